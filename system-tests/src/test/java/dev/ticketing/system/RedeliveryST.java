package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Databases;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.Seed;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Topics;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Events may come any number of times, in any order, long after they were told: the state is that
 * of one clean delivery. The control, consumers that do not look at the version, is with the
 * domains' own tests.
 */
@SystemTest
@Order(Turn.SHORT_WINDOW)
class RedeliveryST {

  private static final int TIMES = 5;
  private static final int LIVES = 2;
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private final Ticketing ticketing;
  private final Topics topics;
  private final User seller;
  private final User buyer;
  private final User other;

  RedeliveryST(Ticketing ticketing) {
    this.ticketing = ticketing;
    ticketing.machinery().useWindow(Machinery.SHORT_WINDOW);
    this.topics = new Topics(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
    this.other = ticketing.newUser();
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void everyEventFiveTimesOverInAnyOrderChangesNothing() {
    Random random = Seed.print("Redelivery");
    awaitCalm();
    Map<TopicPartition, Long> begin = topics.ends();
    for (int i = 0; i < LIVES; i++) {
      marketplaceLives();
    }
    awaitCalm();
    Databases clean = Databases.now(ticketing);
    List<ConsumerRecord<byte[], byte[]>> told = topics.since(begin);
    assertTrue(told.size() > 12 * LIVES, "only " + told.size());

    again(told, random).forEach(topics::put);
    topics.awaitAllRead();
    awaitCalm();

    assertEquals(Map.of(), clean.differencesTo(Databases.now(ticketing)));
    assertEquals(List.of(), deadLettersSince(begin));
    System.out.printf(
        "%d events delivered %d times more, shuffled: no document of %d changed%n",
        told.size(), TIMES, clean.documents().size());
  }

  /**
   * A ticket is edited, ordered and given back, expires, is declined, is sold; one is withdrawn.
   */
  private void marketplaceLives() {
    String ticket = seller.lists("A seat", 19.99);
    seller.put("/api/tickets/" + ticket, Map.of("title", "A better seat")).expect(200);
    String cancelled = buyer.orders(ticket);
    buyer.cancel(cancelled).expect(200);
    String expired = other.orders(ticket);
    Eventually.equal(A_WHILE, "expired", () -> other.orderOf(expired).field("status"));
    String paid = buyer.orders(ticket);
    buyer.charge(paid, "tok_chargeDeclined").expect(402);
    buyer.charge(paid, "tok_visa").expect(201);
    Eventually.equal(A_WHILE, "sold", () -> ticketing.visitor().ticket(ticket).field("status"));
    seller.delete("/api/tickets/" + seller.lists("Never mind", 5)).expect(204);
    buyer.patch("/api/users/me", Map.of("firstName", "Grace")).expect(200);
  }

  private static List<ProducerRecord<byte[], byte[]>> again(
      List<ConsumerRecord<byte[], byte[]>> told, Random random) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      told.forEach(
          event ->
              messages.add(
                  new ProducerRecord<>(
                      event.topic(), null, event.key(), event.value(), event.headers())));
    }
    Collections.shuffle(messages, random);
    return messages;
  }

  /** Until all that was told has been heard, and nobody has anything more to tell. */
  private void awaitCalm() {
    await()
        .atMost(A_WHILE)
        .until(
            () -> {
              topics.awaitAllRead();
              Databases before = Databases.now(ticketing);
              topics.awaitAllRead();
              return !before.hasUnpublished()
                  && before.differencesTo(Databases.now(ticketing)).isEmpty();
            });
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLettersSince(Map<TopicPartition, Long> begin) {
    return topics.since(begin).stream().filter(m -> m.topic().endsWith(".dead")).toList();
  }
}
