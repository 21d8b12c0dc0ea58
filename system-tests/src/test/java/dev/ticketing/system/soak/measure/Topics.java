package dev.ticketing.system.soak.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies in the broker's topics when the soak is over. */
public final class Topics {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode NO_EVENT = JSON.createObjectNode();
  private static final String DEAD = ".dead";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final long begin = System.currentTimeMillis();

  public Topics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Every dead letter since this was made, with its reason. */
  public List<String> deadLetters() {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<String> letters = new ArrayList<>();
      for (String topic : consumer.listTopics(PATIENCE).keySet()) {
        if (topic.endsWith(DEAD)) {
          read(consumer, topic).stream()
              .filter(letter -> letter.timestamp() >= begin)
              .forEach(letter -> letters.add(describe(letter)));
        }
      }
      return letters;
    }
  }

  /** How long after its deadline each expired order was ended, in milliseconds, sorted. */
  public List<Long> expiryLags() {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<Long> lags = new ArrayList<>();
      for (ConsumerRecord<String, String> message : read(consumer, "orders")) {
        JsonNode event = eventIn(message);
        if (event.path("type").asText().equals("OrderExpired")) {
          Instant deadline = Instant.parse(event.at("/data/order/expiresAt").asText());
          Instant ended = Instant.parse(event.path("time").asText());
          lags.add(Duration.between(deadline, ended).toMillis());
        }
      }
      Collections.sort(lags);
      return lags;
    }
  }

  /** Other tests put messages into the topics that are no events. */
  private static JsonNode eventIn(ConsumerRecord<String, String> message) {
    try {
      return message.value() == null ? NO_EVENT : JSON.readTree(message.value());
    } catch (JsonProcessingException e) {
      return NO_EVENT;
    }
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private static List<ConsumerRecord<String, String>> read(
      KafkaConsumer<String, String> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .collect(Collectors.toList());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
    }
    return found;
  }

  private static String describe(ConsumerRecord<String, String> letter) {
    String headers =
        Arrays.stream(letter.headers().toArray())
            .map(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining(", "));
    return letter.topic() + " " + letter.key() + " " + headers;
  }
}
