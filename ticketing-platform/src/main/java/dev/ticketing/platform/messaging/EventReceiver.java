package dev.ticketing.platform.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.json.MalformedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Stands between a channel and a domain, and never lets an exception through, since that would stop
 * the channel. A message that is no valid event goes to the dead-letter topic with the reason. An
 * event that the domain cannot apply is tried again a few times and then follows it. While the
 * document store cannot be reached the event waits, however long that takes.
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
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final EventSchemas schemas;
  private final EventSender deadLetters;

  public EventReceiver(EventSchemas schemas, EventSender deadLetters) {
    this.schemas = schemas;
    this.deadLetters = deadLetters;
  }

  /**
   * Applies the message and acknowledges it, whatever comes of it. Only a thread that is
   * interrupted, because the server stops, gives the message back.
   */
  public CompletionStage<Void> receive(Message<String> message, Handler handler) {
    try {
      applyOrBury(message, handler);
      return message.ack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return message.nack(e);
    }
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

  private void applyOrBury(Message<String> message, Handler handler) throws InterruptedException {
    try {
      apply(schemas.read(message.getPayload()), handler);
    } catch (MalformedEvent e) {
      buryUntilAccepted(message, "malformed", e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Gave up on an event, see its dead letter", e);
      buryUntilAccepted(message, "failed", e);
    }
  }

  private void apply(Envelope<?> event, Handler handler) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; ) {
      try {
        handler.accept(event);
        return;
      } catch (MalformedEvent e) {
        throw e;
      } catch (RuntimeException e) {
        if (!isOutage(e) && attempt++ == ATTEMPTS) {
          throw e;
        }
        LOG.log(
            System.Logger.Level.WARNING,
            "Will try " + event.type() + " of " + event.aggregateId() + " again: " + e);
      }
      Thread.sleep(pause);
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }
  }

  private static boolean isOutage(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      boolean refused = cause instanceof MongoServerException;
      if (cause instanceof MongoException && !refused
          || cause instanceof MongoNotPrimaryException
          || cause instanceof MongoNodeIsRecoveringException) {
        return true;
      }
    }
    return false;
  }

  private void buryUntilAccepted(Message<String> message, String kind, Exception reason)
      throws InterruptedException {
    ConsumerRecord<?, ?> record = message.unwrap(ConsumerRecord.class);
    Map<String, String> headers = new HashMap<>();
    headers.put("dead-letter-kind", kind);
    headers.put("dead-letter-reason", String.valueOf(reason.getMessage()));
    headers.put("dead-letter-origin", record.topic() + "-" + record.partition());
    headers.put("dead-letter-offset", String.valueOf(record.offset()));
    String key = record.key() == null ? null : record.key().toString();
    while (true) {
      try {
        deadLetters
            .send(Topic.deadLetterName(record.topic()), key, message.getPayload(), headers)
            .toCompletableFuture()
            .get();
        return;
      } catch (ExecutionException | RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "Dead letter not accepted, trying again: " + e);
      }
      Thread.sleep(LONGEST_PAUSE_MILLIS);
    }
  }
}
