package dev.ticketing.testing.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ticketing.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What consumers have put aside, and why. */
public final class DeadLetters {

  private DeadLetters() {}

  /** Puts a message on the topic that is no event, and waits for it to be put aside as such. */
  public static void expectMalformed(Topic topic, String key, String message) {
    Broker.put(topic.topicName(), key, message);
    expect(topic, key, message, "malformed");
  }

  /**
   * @param kind "malformed", or "failed" when the domain could not apply it
   */
  public static void expect(Topic topic, String key, String message, String kind) {
    Patiently.await().until(() -> !find(topic, key, message).isEmpty());
    ConsumerRecord<String, String> letter = find(topic, key, message).get(0);
    assertEquals(kind, header(letter, "dead-letter-kind"));
    assertFalse(header(letter, "dead-letter-reason").isBlank());
    assertEquals(
        topic.topicName(), header(letter, "dead-letter-origin").replaceFirst("-\\d+$", ""));
    String offset = header(letter, "dead-letter-offset");
    assertEquals(message, Broker.at(header(letter, "dead-letter-origin"), Long.parseLong(offset)));
  }

  private static List<ConsumerRecord<String, String>> find(
      Topic topic, String key, String message) {
    return Broker.read(topic.deadLetterName(), key).stream()
        .filter(letter -> letter.value().equals(message))
        .toList();
  }

  private static String header(ConsumerRecord<String, String> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
