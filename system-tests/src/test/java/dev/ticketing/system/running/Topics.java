package dev.ticketing.system.running;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of the running system as the broker sees them, bytes for bytes, and who reads them.
 */
public final class Topics implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(100);

  private final String broker;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Skips the test where the broker is not ours. */
  public Topics(Ticketing ticketing) {
    broker = ticketing.machinery().stack().broker().bootstrapServers();
    admin = Admin.create(Map.of("bootstrap.servers", broker));
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "max.request.size", 1_100_000), bytes, bytes);
  }

  /** Where each topic of the product ends now, dead letters included. */
  public Map<TopicPartition, Long> ends() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return consumer.endOffsets(
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(partition -> !partition.topic().startsWith("__"))
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList());
    }
  }

  /** Everything that has arrived since the topics ended there. */
  public List<ConsumerRecord<byte[], byte[]>> since(Map<TopicPartition, Long> begins) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Map<TopicPartition, Long> ends = ends();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(begins.keySet());
      begins.forEach(consumer::seek);
      while (begins.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(found::add);
      }
    }
    return found;
  }

  /** Returns once the broker has the message. */
  public RecordMetadata put(ProducerRecord<byte[], byte[]> message) {
    try {
      return producer.send(message).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many messages each consumer group has not yet acknowledged. */
  public Map<String, Long> lags() {
    Map<TopicPartition, Long> ends = ends();
    Map<String, Long> lags = new TreeMap<>();
    for (String group : groups()) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
      long lag = 0;
      for (Map.Entry<TopicPartition, OffsetAndMetadata> read : committed.entrySet()) {
        lag += ends.get(read.getKey()) - read.getValue().offset();
      }
      lags.put(group, lag);
    }
    return lags;
  }

  /** Waits until every group has acknowledged everything. */
  public void awaitAllRead() {
    await()
        .atMost(PATIENCE)
        .until(this::lags, lags -> lags.values().stream().allMatch(lag -> lag == 0));
  }

  /** How many consumers each group has at this moment. */
  public Map<String, Integer> members() {
    return get(admin.describeConsumerGroups(groups()).all()).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().members().size(), (a, b) -> a, TreeMap::new));
  }

  private List<String> groups() {
    return get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
        .map(GroupListing::groupId)
        .sorted()
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(new HashMap<>(Map.of("bootstrap.servers", broker)), bytes, bytes);
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
