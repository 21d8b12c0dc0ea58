package dev.ticketing.system.running;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Messages that break everything a consumer may hope for. Each is made from a good one by chance;
 * none of them is an event that may be applied.
 */
public final class HostileMessages {

  @FunctionalInterface
  private interface Spoiler {
    ProducerRecord<byte[], byte[]> spoil(String topic, byte[] key, String good);
  }

  private static final String UNKNOWN_ID = "ffffffffffffffffffffffff";
  private static final int LARGE = 900_000;

  private final Random random;
  private final List<Spoiler> spoilers =
      List.of(
          (topic, key, good) -> record(topic, key, good.substring(0, cut(good))),
          (topic, key, good) -> record(topic, key, good.replaceFirst("\"type\":\"", "$0Un")),
          (topic, key, good) -> record(topic, key, good.replaceFirst("\"(id|data)\":", "\"x\":")),
          (topic, key, good) ->
              record(topic, key, good.replaceFirst("\"aggregateVersion\":\\d+", version())),
          (topic, key, good) -> record(topic, key, good + good),
          (topic, key, good) -> record(topic, key, "[" + good + "]"),
          (topic, key, good) -> record(topic, key, "[".repeat(10_000)),
          (topic, key, good) ->
              record(topic, key, good.replaceFirst("\\{", "{\"x\":" + "[".repeat(10_000))),
          (topic, key, good) -> record(topic, key, ""),
          (topic, key, good) -> new ProducerRecord<>(topic, key, null),
          (topic, key, good) -> new ProducerRecord<>(topic, null, bytes(good)),
          (topic, key, good) -> new ProducerRecord<>(topic, null, null),
          (topic, key, good) -> record(topic, bytes(UNKNOWN_ID), good),
          (topic, key, good) -> new ProducerRecord<>(topic, key, garbage(200)),
          (topic, key, good) -> new ProducerRecord<>(topic, garbage(24), bytes(good)),
          (topic, key, good) -> withGarbageAsHeaders(record(topic, key, "{}")));

  public HostileMessages(Random random) {
    this.random = random;
  }

  /**
   * One more; every hundredth is close to the largest that a broker takes.
   *
   * @param good an event of that topic with its key
   */
  public ProducerRecord<byte[], byte[]> next(int number, String topic, byte[] key, String good) {
    if (number % 100 == 50) {
      return new ProducerRecord<>(topic, key, garbage(LARGE));
    }
    if (number % 100 == 51) {
      return record(topic, key, good.replaceFirst("\\{", "{\"x\":" + "\"y".repeat(LARGE / 2)));
    }
    return spoilers.get(number % spoilers.size()).spoil(topic, key, good);
  }

  private int cut(String good) {
    return 1 + random.nextInt(good.length() - 2);
  }

  private String version() {
    return "\"aggregateVersion\":" + List.of("-1", "\"3\"", "null", "1.5").get(random.nextInt(4));
  }

  private byte[] garbage(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    bytes[0] = (byte) 0xC3;
    bytes[1] = (byte) 0x28;
    return bytes;
  }

  private ProducerRecord<byte[], byte[]> withGarbageAsHeaders(
      ProducerRecord<byte[], byte[]> message) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("type", garbage(50)).add("dead-letter-reason", null).add("", new byte[0]);
    return new ProducerRecord<>(
        message.topic(), message.partition(), message.key(), message.value(), headers);
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, byte[] key, String value) {
    return new ProducerRecord<>(topic, key, bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
