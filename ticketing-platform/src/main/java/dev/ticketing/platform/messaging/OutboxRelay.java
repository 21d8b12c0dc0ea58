package dev.ticketing.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.Outbox;
import dev.ticketing.platform.aggregate.OutboxFields;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.MalformedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Publishes what the aggregates of one collection have to tell. Right after a write it sends the
 * events the write has left in the document, waits for the broker's acknowledgement and clears them
 * - unless the aggregate has said more in the meantime, which then goes out with the next round. A
 * sweep every second finds what a crash or a broker outage has left behind. Events may thus be
 * published twice, never lost.
 */
public final class OutboxRelay<T extends Aggregate> implements Outbox<T>, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);
  private static final long SWEEP_MILLIS = 1_000;
  private static final long CLEAR_MILLIS = 20;
  private static final int BATCH = 200;

  /** More than that is left to the sweep. */
  private static final int MOST_WAITING = 5_000;

  private record Waiting(String id, String mark, List<Envelope<?>> events) {}

  private final MongoCollection<Document> documents;
  private final EventSender sender;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private final Future<?> sweeping;

  private final Map<String, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();
  private final Queue<Waiting> toSend = new LinkedBlockingQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private final Queue<Waiting> toClear = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean clearing = new AtomicBoolean();
  private volatile boolean sendFails;
  private volatile boolean sweepFails;

  public OutboxRelay(
      MongoCollection<Document> documents,
      EventSender sender,
      ScheduledExecutorService scheduler,
      Clock clock) {
    this.documents = documents;
    this.sender = sender;
    this.scheduler = scheduler;
    this.clock = clock;
    this.sweeping =
        scheduler.scheduleWithFixedDelay(
            this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Returns at once: whoever changed the aggregate does not wait for the broker. */
  @Override
  public void publish(T aggregate) {
    if (aggregate.hasEvents()) {
      enqueue(new Waiting(aggregate.id(), aggregate.outboxMark(), aggregate.outbox()));
    }
  }

  private void enqueue(Waiting next) {
    if (toSend.size() < MOST_WAITING && !underway.containsKey(next.mark())) {
      toSend.add(next);
      sendSoon();
    }
  }

  private void sendSoon() {
    if (sending.compareAndSet(false, true)) {
      scheduler.execute(this::sendAll);
    }
  }

  private void sendAll() {
    try {
      for (Waiting next; (next = toSend.poll()) != null; ) {
        send(next);
      }
    } finally {
      sending.set(false);
    }
    if (!toSend.isEmpty()) {
      sendSoon();
    }
  }

  private void send(Waiting next) {
    CompletableFuture<?>[] sent =
        next.events().stream().map(this::sendOnce).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                sendFails = false;
                clearLater(next);
              } else {
                tellOfFailure(failure);
                forget(next.events());
              }
            });
  }

  private CompletableFuture<Void> sendOnce(Envelope<?> event) {
    CompletableFuture<Void> sent = underway.get(event.id());
    if (sent == null) {
      sent = send(event);
      underway.put(event.id(), sent);
    }
    return sent;
  }

  private CompletableFuture<Void> send(Envelope<?> event) {
    try {
      return sender
          .send(
              event.type().topic().topicName(),
              event.aggregateId(),
              EventJson.write(event),
              Map.of("type", event.type().name()))
          .toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void tellOfFailure(Throwable failure) {
    if (!sendFails) {
      LOG.log(System.Logger.Level.WARNING, "Not yet published, kept: " + failure);
    }
    sendFails = true;
  }

  private void forget(List<Envelope<?>> events) {
    events.forEach(event -> underway.remove(event.id()));
  }

  private void clearLater(Waiting published) {
    toClear.add(published);
    clearSoon();
  }

  private void clearSoon() {
    if (clearing.compareAndSet(false, true)) {
      scheduler.schedule(this::clearNext, CLEAR_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void clearNext() {
    clearing.set(false);
    List<Waiting> batch = new ArrayList<>();
    for (Waiting next; batch.size() < BATCH && (next = toClear.poll()) != null; ) {
      batch.add(next);
    }
    if (!batch.isEmpty()) {
      clear(batch);
    }
    if (!toClear.isEmpty()) {
      clearSoon();
    }
  }

  private void clear(List<Waiting> batch) {
    List<WriteModel<Document>> updates = new ArrayList<>(batch.size());
    for (Waiting next : batch) {
      updates.add(
          new UpdateOneModel<>(
              and(eq("_id", next.id()), eq(OutboxFields.MARK, next.mark())),
              Updates.combine(
                  Updates.unset(OutboxFields.EVENTS), Updates.unset(OutboxFields.MARK))));
    }
    try {
      documents.bulkWrite(updates, new BulkWriteOptions().ordered(false));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Published but not cleared, will be repeated: " + e);
    } finally {
      batch.forEach(published -> forget(published.events()));
    }
  }

  private void sweep() {
    try {
      Bson leftBehind =
          and(
              gt(OutboxFields.MARK, ""),
              lt(OutboxFields.MARK, Identifier.firstAt(clock.instant().minus(LEFT_BEHIND))));
      for (Document document :
          documents
              .find(leftBehind)
              .projection(Projections.include(OutboxFields.EVENTS, OutboxFields.MARK))
              .limit(BATCH)) {
        publishLeftBehind(document);
      }
      sweepFails = false;
    } catch (RuntimeException e) {
      if (!sweepFails) {
        LOG.log(System.Logger.Level.WARNING, "Cannot look for unpublished events, goes on: " + e);
      }
      sweepFails = true;
    }
  }

  private void publishLeftBehind(Document document) {
    String id = document.getString("_id");
    try {
      enqueue(
          new Waiting(
              id,
              document.getString(OutboxFields.MARK),
              EventJson.readAll(document.getString(OutboxFields.EVENTS))));
    } catch (MalformedEvent e) {
      LOG.log(System.Logger.Level.ERROR, "Cannot be published, left in " + id + ": " + e);
    }
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    clearNext();
  }
}
