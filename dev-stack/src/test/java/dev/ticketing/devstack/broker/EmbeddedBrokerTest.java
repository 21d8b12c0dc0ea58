package dev.ticketing.devstack.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.devstack.ForkedJvm;
import dev.ticketing.devstack.PortTaken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final String TOPIC = "orders";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path directory;

  @Test
  void recordsOffsetsAndClusterIdAreThereAfterARestart() throws Exception {
    String cluster;
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, 0)) {
      createTopic(broker.bootstrapServers());
      cluster = clusterId(broker.bootstrapServers());
      produce(broker.bootstrapServers(), 0, 10);
      assertEquals(values(0, 10), consume(broker.bootstrapServers(), 10));
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, 0)) {
      assertEquals(cluster, clusterId(broker.bootstrapServers()));
      produce(broker.bootstrapServers(), 10, 20);
      assertEquals(values(10, 20), consume(broker.bootstrapServers(), 10));
    }
  }

  @Test
  void everyAcknowledgedRecordSurvivesAKill() throws Exception {
    try (ForkedJvm process = ForkedJvm.start(BrokerProcess.class, directory)) {
      createTopic(process.address());
      produce(process.address(), 0, 100);
      process.kill();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, 0)) {
      produce(broker.bootstrapServers(), 100, 110);
      assertEquals(values(0, 110), consume(broker.bootstrapServers(), 110));
    }
  }

  @Test
  void anUnknownTopicIsNotCreatedByUsingIt() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, 0);
        KafkaProducer<String, String> producer = producer(broker.bootstrapServers(), 1_000)) {
      ExecutionException refusal =
          assertThrows(
              ExecutionException.class,
              () -> producer.send(new ProducerRecord<>("no-such-topic", "value")).get());
      assertInstanceOf(TimeoutException.class, refusal.getCause());
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      PortTaken broker =
          assertThrows(PortTaken.class, () -> EmbeddedBroker.start(directory, port, 0));
      assertEquals(port, broker.port());
      PortTaken controller =
          assertThrows(PortTaken.class, () -> EmbeddedBroker.start(directory, 0, port));
      assertEquals(port, controller.port());
    }
  }

  private static void createTopic(String servers) throws Exception {
    try (Admin admin = admin(servers)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static String clusterId(String servers) throws Exception {
    try (Admin admin = admin(servers)) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static Admin admin(String servers) {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", servers));
  }

  private static void produce(String servers, int from, int to) throws Exception {
    try (KafkaProducer<String, String> producer = producer(servers, 15_000)) {
      for (String value : values(from, to)) {
        producer.send(new ProducerRecord<>(TOPIC, "key", value)).get(15, TimeUnit.SECONDS);
      }
    }
  }

  private static KafkaProducer<String, String> producer(String servers, int maxBlockMillis) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            maxBlockMillis),
        new StringSerializer(),
        new StringSerializer());
  }

  /** Reads on from the group's committed offset and commits. */
  private static List<String> consume(String servers, int count) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.GROUP_ID_CONFIG,
            "group",
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            6_000,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
      consumer.commitSync();
    }
    return values;
  }

  private static List<String> values(int from, int to) {
    List<String> values = new ArrayList<>();
    for (int number = from; number < to; number++) {
      values.add("value " + number);
    }
    return values;
  }
}
