package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.json.MalformedEvent;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Stands between a channel and a domain, and lets nothing that is thrown through, not even an
 * error, since that would stop the channel. A message that is no valid event goes to the dead
 * letters with the reason. An event that the domain cannot apply is tried again a few times and
 * then follows it. While the document store cannot be reached the event waits, however long that
 * takes. Whatever waits holds no thread; the channel goes on with the next message once this one is
 * acknowledged. A server that stops leaves what waits unacknowledged, so it comes again.
 */
public final class EventReceiver {

  /** Applies one event; must be safe to call again with the same or an older event. */
  public interface Handler extends Consumer<Envelope<?>> {}

  /** Applies one event of a kind; must be safe to call again with the same or an older event. */
  @FunctionalInterface
  public interface KindHandler<E extends Event> {

    /**
     * @param version of the aggregate at this event
     */
    void accept(E event, long version);
  }

  private static final System.Logger LOG = System.getLogger(EventReceiver.class.getName());

  private final EventSchemas schemas;
  private final DeadLetters deadLetters;
  private final Scheduling scheduling;
  private final InHand inHand = new InHand();

  /**
   * @param scheduler runs what is tried again
   */
  public EventReceiver(
      EventSchemas schemas, DeadLetters deadLetters, ScheduledExecutorService scheduler) {
    this.schemas = schemas;
    this.deadLetters = deadLetters;
    this.scheduling = new Scheduling(scheduler);
  }

  /** What this consumer is doing at the moment. */
  public InHand inHand() {
    return inHand;
  }

  /**
   * Applies the message and acknowledges it, whatever comes of it.
   *
   * @return completes, never exceptionally, once the channel may go on
   */
  public CompletionStage<Void> receive(Message<String> message, Handler handler) {
    ConsumerRecord<?, ?> record = message.unwrap(ConsumerRecord.class);
    String place = record.topic() + "-" + record.partition() + "@" + record.offset();
    inHand.take();
    return new Delivery(place, () -> handler.accept(read(message)), scheduling, inHand)
        .begin()
        .handle((done, failure) -> failure)
        .thenCompose(failure -> deadLetters.burial(message, failure))
        .thenCompose(buried -> message.ack())
        .exceptionally(EventReceiver::tellOfMissedAcknowledgement)
        .whenComplete((done, never) -> inHand.letGo());
  }

  /**
   * Applies the message if it is an event of this kind; any other is acknowledged and ignored.
   *
   * @param kind the events this consumer is there for
   */
  public <E extends Event> CompletionStage<Void> receive(
      Message<String> message, Class<E> kind, KindHandler<E> handler) {
    return receive(
        message,
        event -> {
          if (kind.isInstance(event.data())) {
            handler.accept(kind.cast(event.data()), event.aggregateVersion());
          }
        });
  }

  private Envelope<?> read(Message<String> message) {
    Envelope<?> event = schemas.read(message.getPayload());
    Object key = message.unwrap(ConsumerRecord.class).key();
    if (!event.aggregateId().equals(key)) {
      throw new MalformedEvent("Key is not the id of the aggregate: '" + key + "'", null);
    }
    return event;
  }

  private static Void tellOfMissedAcknowledgement(Throwable failure) {
    LOG.log(System.Logger.Level.WARNING, "Not acknowledged, may come again: " + failure);
    return null;
  }
}
