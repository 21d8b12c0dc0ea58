package dev.ticketing.operations.deadletters;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker, for reading topics from their beginning to their end, and for writing. */
public final class Broker implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 6_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> config;
  private Admin admin;

  public Broker(String bootstrapServers) {
    config =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "request.timeout.ms", PATIENCE_MILLIS / 2,
            "default.api.timeout.ms", PATIENCE_MILLIS);
  }

  Set<String> topics() {
    return get(admin().listTopics().names());
  }

  synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(config);
    }
    return admin;
  }

  KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        with(Map.of("acks", "all", "max.block.ms", PATIENCE_MILLIS, "delivery.timeout.ms", 30_000)),
        new StringSerializer(),
        new StringSerializer());
  }

  /** Hands over every record that these topics have now. */
  void read(Collection<String> topics, Consumer<ConsumerRecord<String, String>> reader) {
    if (topics.isEmpty()) {
      return;
    }
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Predicate<TopicPartition> read = part -> consumer.position(part) >= ends.get(part);
      long silentSince = System.nanoTime();
      while (!partitions.stream().allMatch(read)) {
        int before = 0;
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          before++;
          if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
            reader.accept(record);
          }
        }
        if (before > 0) {
          silentSince = System.nanoTime();
        } else if (System.nanoTime() - silentSince > PATIENCE_MILLIS * 1_000_000L) {
          throw new KafkaException("The broker sends no records");
        }
      }
    }
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        with(Map.of("enable.auto.commit", false, "auto.offset.reset", "earliest")),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private Map<String, Object> with(Map<String, Object> more) {
    return Stream.of(config, more)
        .flatMap(part -> part.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The value of an answer of the broker, whose error is thrown as what it is. */
  static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close();
    }
  }
}
