package dev.ticketing.system.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Listens to a topic from now on, and remembers when each aggregate told an event of one type. */
public final class Overheard implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(200);

  private final String type;
  private final KafkaConsumer<String, String> consumer;
  private final Thread listening;
  private final Map<String, Instant> first = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> events = new ConcurrentHashMap<>();
  private final AtomicLong repeated = new AtomicLong();

  public Overheard(String brokers, String topic, String type) {
    this.type = type;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    listening = new Thread(this::listen, "listens to " + topic);
    listening.start();
  }

  private void listen() {
    try {
      while (true) {
        consumer.poll(POLL).forEach(this::note);
      }
    } catch (WakeupException e) {
      consumer.close();
    }
  }

  private void note(ConsumerRecord<String, String> message) {
    try {
      JsonNode event = JSON.readTree(message.value());
      if (event.path("type").asText().equals(type)) {
        first.putIfAbsent(message.key(), Instant.ofEpochMilli(message.timestamp()));
        Set<String> ids =
            events.computeIfAbsent(message.key(), key -> ConcurrentHashMap.newKeySet());
        if (!ids.add(event.path("id").asText())) {
          repeated.incrementAndGet();
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** When the event was first handed to the broker, by the ids of the aggregates. */
  public Map<String, Instant> times() {
    return first;
  }

  public boolean hasHeardAllOf(Set<String> ids) {
    return first.keySet().containsAll(ids);
  }

  /** The aggregates that have told it more than once, as different events. */
  public Set<String> toldTwice() {
    Set<String> twice = new HashSet<>();
    events.forEach(
        (id, told) -> {
          if (told.size() > 1) {
            twice.add(id);
          }
        });
    return twice;
  }

  /** How often one and the same event came again, which consumers expect. */
  public long repetitions() {
    return repeated.get();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      listening.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
