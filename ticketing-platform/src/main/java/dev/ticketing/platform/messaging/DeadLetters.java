package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.json.MalformedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Puts aside what one consumer group could not apply: a copy on the topic's dead-letter topic, with
 * headers that say who gave up, why, and where the original is. Every group that gives up on a
 * message leaves a dead letter of its own. One that is too large to be copied leaves only the
 * headers, and its size.
 */
public final class DeadLetters {

  private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());
  private static final long PAUSE_MILLIS = 2_000;
  private static final int LONGEST_REASON = 500;

  private final String group;
  private final EventSender sender;
  private final Scheduling scheduling;

  /**
   * @param group the consumer group that gives up
   * @param scheduler runs what is sent again, and whatever follows
   */
  public DeadLetters(String group, EventSender sender, ScheduledExecutorService scheduler) {
    this.group = group;
    this.sender = sender;
    this.scheduling = new Scheduling(scheduler);
  }

  /**
   * @param failure why it could not be applied; null where it could, and there is nothing to do
   * @return completes once the broker has the dead letter, however often that takes
   */
  CompletionStage<Void> burial(Message<String> message, Throwable failure) {
    if (failure == null) {
      return CompletableFuture.completedFuture(null);
    }
    if (!(failure instanceof MalformedEvent)) {
      LOG.log(System.Logger.Level.ERROR, "Gave up on an event, see its dead letter", failure);
    }
    CompletableFuture<Void> buried = new CompletableFuture<>();
    ConsumerRecord<?, ?> record = message.unwrap(ConsumerRecord.class);
    send(record, message.getPayload(), headers(record, failure), buried);
    return buried;
  }

  private Map<String, String> headers(ConsumerRecord<?, ?> record, Throwable failure) {
    Map<String, String> headers = new HashMap<>();
    headers.put("dead-letter-group", group);
    headers.put("dead-letter-kind", failure instanceof MalformedEvent ? "malformed" : "failed");
    headers.put("dead-letter-reason", reason(failure));
    headers.put("dead-letter-origin", record.topic() + "-" + record.partition());
    headers.put("dead-letter-offset", String.valueOf(record.offset()));
    return headers;
  }

  private static String reason(Throwable failure) {
    String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
  }

  private void send(
      ConsumerRecord<?, ?> record,
      String payload,
      Map<String, String> headers,
      CompletableFuture<Void> buried) {
    String key = record.key() == null ? null : record.key().toString();
    // what follows must not hold up the threads of the producer
    attempt(Topic.deadLetterName(record.topic()), key, payload, headers)
        .whenCompleteAsync(
            (sent, failure) -> {
              if (failure == null) {
                buried.complete(null);
              } else if (isTooLarge(failure) && payload != null) {
                headers.put("dead-letter-size", String.valueOf(record.serializedValueSize()));
                send(record, null, headers, buried);
              } else {
                LOG.log(System.Logger.Level.WARNING, "Dead letter not yet taken: " + failure);
                scheduling.after(PAUSE_MILLIS, () -> send(record, payload, headers, buried));
              }
            },
            scheduling.executor());
  }

  private CompletionStage<Void> attempt(
      String topic, String key, String payload, Map<String, String> headers) {
    try {
      return sender.send(topic, key, payload, headers);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static boolean isTooLarge(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException) {
        return true;
      }
    }
    return false;
  }
}
