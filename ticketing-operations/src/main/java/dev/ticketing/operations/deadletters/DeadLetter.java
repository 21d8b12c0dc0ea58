package dev.ticketing.operations.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A message that a consumer gave up on, in the dead-letter topic of the topic it came from.
 *
 * @param group the consumer group that gave up
 * @param kind {@code malformed}, or {@code failed} when it could not be applied
 * @param origin the topic and partition it was read from
 * @param originOffset its offset there
 * @param key null where it had none
 * @param type of the event, or empty where the payload does not say
 * @param time when the consumer gave up
 * @param payload null where it had none, or was too large to be copied
 * @param isCopied whether it has all that the message had
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    String group,
    String kind,
    String reason,
    String origin,
    String originOffset,
    String key,
    String type,
    Instant time,
    String payload,
    boolean isCopied) {

  /** What the name of every dead-letter topic ends with. */
  static final String SUFFIX = ".dead";

  private static final ObjectMapper JSON = new ObjectMapper();

  static DeadLetter of(ConsumerRecord<String, String> record) {
    return new DeadLetter(
        record.topic(),
        record.partition(),
        record.offset(),
        header(record, "dead-letter-group"),
        header(record, "dead-letter-kind"),
        header(record, "dead-letter-reason"),
        header(record, "dead-letter-origin"),
        header(record, "dead-letter-offset"),
        record.key(),
        typeIn(record.value()),
        Instant.ofEpochMilli(record.timestamp()),
        record.value(),
        record.headers().lastHeader("dead-letter-size") == null);
  }

  /** What it is known by: its topic, partition and offset. */
  public String id() {
    return topic + "/" + partition + "/" + offset;
  }

  String originalTopic() {
    return topic.substring(0, topic.length() - SUFFIX.length());
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String typeIn(String payload) {
    try {
      return payload == null ? "" : JSON.readTree(payload).path("type").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
