package dev.ticketing.testing.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as any client sees it: puts messages on topics and reads what is there. */
public final class Broker {

  private static final Duration POLL = Duration.ofMillis(100);

  private Broker() {}

  /** Returns once the broker has acknowledged the message. */
  public static void put(String topic, String key, String value) {
    StringSerializer text = new StringSerializer();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(address(), text, text)) {
      producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Not accepted: " + value, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything of this key that the topic has now, in order. */
  public static List<ConsumerRecord<String, String>> read(String topic, String key) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      return readAll(consumer, partitions).stream()
          .filter(message -> key.equals(message.key()))
          .toList();
    }
  }

  /**
   * The message at one place.
   *
   * @param origin the topic and the partition, with a hyphen between them
   */
  public static String at(String origin, long offset) {
    int hyphen = origin.lastIndexOf('-');
    TopicPartition partition =
        new TopicPartition(
            origin.substring(0, hyphen), Integer.parseInt(origin.substring(hyphen + 1)));
    try (KafkaConsumer<String, String> consumer = consumer()) {
      return readAll(consumer, List.of(partition)).stream()
          .filter(message -> message.offset() == offset)
          .map(ConsumerRecord::value)
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<ConsumerRecord<String, String>> readAll(
      KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(found::add);
    }
    return found;
  }

  private static KafkaConsumer<String, String> consumer() {
    StringDeserializer text = new StringDeserializer();
    return new KafkaConsumer<>(address(), text, text);
  }

  private static Map<String, Object> address() {
    return Map.of("bootstrap.servers", Variable.get("KAFKA_BOOTSTRAP_SERVERS"));
  }
}
