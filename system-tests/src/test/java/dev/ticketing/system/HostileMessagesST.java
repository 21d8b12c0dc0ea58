package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.operations.deadletters.Broker;
import dev.ticketing.operations.deadletters.Desk;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.HostileMessages;
import dev.ticketing.system.running.Seed;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is no event stops nobody: each consumer group puts each such message aside once, for itself,
 * and goes on with what is good.
 */
@SystemTest
class HostileMessagesST {

  private static final int PER_TOPIC = 100;
  private static final int PURCHASES = 5;
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private static final Map<String, List<String>> READERS =
      Map.of(
          "tickets", List.of("orders.tickets"),
          "orders", List.of("expiration.orders", "payments.orders", "tickets.orders"),
          "payments", List.of("orders.payments"),
          "reservations", List.of("orders.reservations"),
          "users", List.of());

  /** No reservation need have ended for its event to be known. */
  private static final String RESERVATION_EXPIRED =
      """
      {"id":"65f0a1b2c3d4e5f601234567","type":"ReservationExpired",\
      "aggregateId":"65f0a1b2c3d4e5f601234567","aggregateVersion":1,\
      "time":"2026-01-01T00:00:00Z","data":{"reservation":{"orderId":\
      "65f0a1b2c3d4e5f601234567","ticketId":"65f0a1b2c3d4e5f601234567",\
      "expiresAt":"2026-01-01T00:00:00Z"}}}""";

  private final Ticketing ticketing;
  private final Topics topics;
  private final User seller;
  private final User buyer;

  HostileMessagesST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.topics = new Topics(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @AfterEach
  void nothingIsLeftToDealWith() {
    topics.close();
    try (Broker broker = new Broker(ticketing.machinery().stack().broker().bootstrapServers());
        Desk desk = new Desk(broker)) {
      desk.dismiss(letter -> true);
    }
  }

  @Test
  void aHundredMessagesThatAreNoEventsInEachTopicAreEachPutAsideAndWhatIsGoodIsApplied() {
    HostileMessages hostile = new HostileMessages(Seed.print("Hostile messages"));
    Map<TopicPartition, Long> begin = topics.ends();
    List<String> tickets = new ArrayList<>(List.of(aTicketIsPaid()));
    areSold(tickets);
    Map<String, ConsumerRecord<byte[], byte[]>> samples = samplesSince(begin);

    List<String> sent = new ArrayList<>();
    for (int i = 0; i < PER_TOPIC; i++) {
      for (String topic : READERS.keySet()) {
        ConsumerRecord<byte[], byte[]> sample = samples.get(topic);
        byte[] key = sample == null ? bytes("65f0a1b2c3d4e5f601234567") : sample.key();
        String good = sample == null ? RESERVATION_EXPIRED : text(sample.value());
        sent.add(placeOf(topics.put(hostile.next(i, topic, key, good))));
      }
      if (i % (PER_TOPIC / PURCHASES) == 0) {
        tickets.add(aTicketIsPaid());
      }
    }
    topics.awaitAllRead();

    Map<String, Map<String, Long>> letters = lettersSince(begin);
    READERS.forEach(
        (topic, groups) ->
            groups.forEach(
                group -> {
                  List<String> places =
                      sent.stream().filter(place -> place.startsWith(topic + "-")).toList();
                  assertEquals(
                      places.stream().collect(Collectors.toMap(place -> place, place -> 1L)),
                      letters.getOrDefault(group, Map.of()),
                      group);
                }));
    assertEquals(
        READERS.values().stream().flatMap(List::stream).collect(Collectors.toSet()),
        letters.keySet());
    tickets.add(aTicketIsPaid());
    areSold(tickets);
    String health = ticketing.visitor().get("/health/live").expect(200).text();
    READERS.keySet().stream()
        .filter(topic -> !topic.equals("users") && !topic.equals("reservations"))
        .forEach(domain -> assertTrue(health.contains(domain + "-channels"), health));
    System.out.printf(
        "%d messages that are no events in each of %d topics: %s dead letters, %d tickets sold%n",
        PER_TOPIC, READERS.size(), counts(letters), tickets.size());
  }

  private void areSold(List<String> tickets) {
    tickets.forEach(
        ticket ->
            Eventually.equal(
                A_WHILE, "sold", () -> ticketing.visitor().ticket(ticket).field("status")));
  }

  private String aTicketIsPaid() {
    String ticket = seller.lists("A seat", 19.99);
    int status = buyer.charge(buyer.orders(ticket), "tok_visa").status();
    assertTrue(status == 201 || status == 202, "answered " + status);
    return ticket;
  }

  private Map<String, ConsumerRecord<byte[], byte[]>> samplesSince(
      Map<TopicPartition, Long> begin) {
    topics.awaitAllRead();
    return topics.since(begin).stream()
        .collect(Collectors.toMap(ConsumerRecord::topic, event -> event, (a, b) -> a));
  }

  /** By group: how many dead letters it has of each place. */
  private Map<String, Map<String, Long>> lettersSince(Map<TopicPartition, Long> begin) {
    Map<String, Map<String, Long>> letters = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> letter : topics.since(begin)) {
      if (letter.topic().endsWith(".dead")) {
        assertEquals("malformed", header(letter, "kind"), header(letter, "reason"));
        letters
            .computeIfAbsent(header(letter, "group"), group -> new HashMap<>())
            .merge(header(letter, "origin") + "@" + header(letter, "offset"), 1L, Long::sum);
      }
    }
    return letters;
  }

  private static Map<String, Integer> counts(Map<String, Map<String, Long>> letters) {
    return letters.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().size(), (a, b) -> a, TreeMap::new));
  }

  private static String placeOf(RecordMetadata sent) {
    return sent.topic() + "-" + sent.partition() + "@" + sent.offset();
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader("dead-letter-" + name);
    return header == null ? "" : text(header.value());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
