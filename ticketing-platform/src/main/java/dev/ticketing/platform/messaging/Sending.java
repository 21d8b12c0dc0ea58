package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.json.EventJson;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Sends events in the order in which they were told, none again while it is underway. */
final class Sending {

  private static final System.Logger LOG = System.getLogger(Sending.class.getName());

  /** More than that is left to the sweep. */
  private static final int MOST_WAITING = 5_000;

  private final EventSender sender;
  private final Scheduling scheduling;
  private final Consumer<Unpublished> published;
  private final Map<String, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();
  private final Queue<Unpublished> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private volatile boolean quiet;

  /**
   * @param published is told when the broker has all events of one aggregate; they count as
   *     underway until they are forgotten
   */
  Sending(EventSender sender, Scheduling scheduling, Consumer<Unpublished> published) {
    this.sender = sender;
    this.scheduling = scheduling;
    this.published = published;
  }

  void add(Unpublished next) {
    if (waiting.size() < MOST_WAITING && !underway.containsKey(next.mark())) {
      waiting.add(next);
      sendSoon();
    }
  }

  void forget(Unpublished told) {
    told.events().forEach(event -> underway.remove(event.id()));
  }

  /** From now on failures are nobody's concern: the next start finds what is left. */
  void end() {
    quiet = true;
  }

  private void sendSoon() {
    if (sending.compareAndSet(false, true) && !scheduling.soon(this::sendAll)) {
      sending.set(false);
    }
  }

  private void sendAll() {
    try {
      for (Unpublished next; (next = waiting.poll()) != null; ) {
        send(next);
      }
    } finally {
      sending.set(false);
    }
    if (!waiting.isEmpty()) {
      sendSoon();
    }
  }

  private void send(Unpublished next) {
    CompletableFuture<?>[] sent =
        next.events().stream().map(this::sendOnce).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                quiet = false;
                published.accept(next);
              } else {
                tellOf(failure);
                forget(next);
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

  private void tellOf(Throwable failure) {
    if (!quiet) {
      LOG.log(System.Logger.Level.WARNING, "Not yet published, kept: " + failure);
    }
    quiet = true;
  }
}
