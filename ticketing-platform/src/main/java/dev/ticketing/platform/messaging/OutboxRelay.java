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

  private record Published(String id, String mark, List<Envelope<?>> events) {}

  private final MongoCollection<Document> documents;
  private final EventSender sender;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private final Future<?> sweeping;

  private final Map<String, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();
  private final Queue<Published> toClear = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean clearing = new AtomicBoolean();
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

  @Override
  public void publish(T aggregate) {
    if (aggregate.hasEvents()) {
      publish(aggregate.id(), aggregate.outboxMark(), aggregate.outbox());
    }
  }

  private void publish(String id, String mark, List<Envelope<?>> events) {
    CompletableFuture<?>[] sent =
        events.stream()
            .map(event -> underway.computeIfAbsent(event.id(), key -> send(event)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                clearLater(new Published(id, mark, events));
              } else {
                LOG.log(System.Logger.Level.WARNING, "Not yet published, kept: " + failure);
                forget(events);
              }
            });
  }

  private CompletableFuture<Void> send(Envelope<?> event) {
    return sender
        .send(
            event.type().topic().topicName(),
            event.aggregateId(),
            EventJson.write(event),
            Map.of("type", event.type().name()))
        .toCompletableFuture();
  }

  private void forget(List<Envelope<?>> events) {
    events.forEach(event -> underway.remove(event.id()));
  }

  private void clearLater(Published published) {
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
    List<Published> batch = new ArrayList<>();
    for (Published next; batch.size() < BATCH && (next = toClear.poll()) != null; ) {
      batch.add(next);
    }
    if (!batch.isEmpty()) {
      clear(batch);
    }
    if (!toClear.isEmpty()) {
      clearSoon();
    }
  }

  private void clear(List<Published> batch) {
    List<WriteModel<Document>> updates = new ArrayList<>(batch.size());
    for (Published next : batch) {
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
        publish(
            document.getString("_id"),
            document.getString(OutboxFields.MARK),
            EventJson.readAll(document.getString(OutboxFields.EVENTS)));
      }
      sweepFails = false;
    } catch (RuntimeException e) {
      if (!sweepFails) {
        LOG.log(System.Logger.Level.WARNING, "Cannot look for unpublished events, goes on: " + e);
      }
      sweepFails = true;
    }
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    clearNext();
  }
}
