package dev.ticketing.platform.messaging;

import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.Outbox;
import dev.ticketing.platform.audit.AuditEntry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * Publishes what the aggregates of one collection have to tell. Right after a write it sends the
 * events the write has left in the document, waits for the broker's acknowledgement and clears them
 * - unless the aggregate has said more in the meantime, which then goes out with the next round. A
 * sweep every second finds what a crash, a broker outage or the end of a server has left behind.
 * Events may thus be published twice, never lost. The traces that the write has left for the audit
 * are copied there before they are cleared with the events.
 */
public final class OutboxRelay<T extends Aggregate> implements Outbox<T>, AutoCloseable {

  private final Sending sending;
  private final Clearing clearing;
  private final Sweep sweep;

  /**
   * @param audit keeps entries; those that it has already are kept once
   */
  public OutboxRelay(
      MongoCollection<Document> documents,
      EventSender sender,
      Consumer<List<AuditEntry>> audit,
      ScheduledExecutorService scheduler,
      Clock clock) {
    Scheduling scheduling = new Scheduling(scheduler);
    clearing = new Clearing(documents, audit, scheduling, this::forget);
    sending = new Sending(sender, scheduling, clearing::add);
    sweep = new Sweep(documents, clock, sending::add);
    sweep.begin(scheduler);
  }

  private void forget(Unpublished cleared) {
    sending.forget(cleared);
  }

  /** Returns at once: whoever changed the aggregate does not wait for the broker. */
  @Override
  public void publish(T aggregate) {
    if (aggregate.hasSomethingWaiting()) {
      sending.add(
          new Unpublished(
              aggregate.id(), aggregate.outboxMark(), aggregate.outbox(), aggregate.trail()));
    }
  }

  @Override
  public void close() {
    sweep.end();
    sending.end();
    clearing.end();
  }
}
