package dev.ticketing.platform.messaging;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Hands one message to the broker. */
@FunctionalInterface
public interface EventSender {

  /**
   * @param key decides the partition: messages of one key stay in order
   * @return completes once the broker has acknowledged the message, or fails
   */
  CompletionStage<Void> send(String topic, String key, String value, Map<String, String> headers);
}
