package dev.ticketing.system.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says things among the events that are none, and reads what was put aside. */
public final class DeadLetters {

  private static final String SUFFIX = ".dead";
  private static final Duration A_MOMENT = Duration.ofMillis(500);

  private final String bootstrapServers;

  public DeadLetters(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Adds a message to a topic of events. */
  public void say(String topic, String message) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, message)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All messages that were put aside from a topic of events, and are there now. */
  public List<String> of(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic + SUFFIX).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .collect(Collectors.toList());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readAll(consumer, partitions);
    }
  }

  private static List<String> readAll(
      KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<String> read = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      for (ConsumerRecord<String, String> letter : consumer.poll(A_MOMENT)) {
        read.add(letter.value());
      }
    }
    return read;
  }
}
