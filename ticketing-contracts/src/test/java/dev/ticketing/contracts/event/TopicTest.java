package dev.ticketing.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

  @ParameterizedTest
  @CsvSource({
    "USERS, users, users.dead",
    "SESSIONS, sessions, sessions.dead",
    "TICKETS, tickets, tickets.dead",
    "ORDERS, orders, orders.dead",
    "PAYMENTS, payments, payments.dead",
    "RESERVATIONS, reservations, reservations.dead"
  })
  void everyTopicHasItsPublishedNameAndADeadLetterTopic(Topic topic, String name, String dead) {
    assertEquals(name, topic.topicName());
    assertEquals(dead, topic.deadLetterName());
    assertEquals(dead, Topic.deadLetterName(name));
  }
}
