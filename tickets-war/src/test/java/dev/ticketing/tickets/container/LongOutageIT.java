package dev.ticketing.tickets.container;

import static dev.ticketing.testing.container.Answers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.devstack.Part;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.container.Surroundings;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Broker;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An event may wait for its store longer than a consumer may go without asking for more. Five
 * minutes are made three seconds here.
 */
@ExtendWith(ArquillianExtension.class)
class LongOutageIT {

  private static final String SELLER = Identifier.next();
  private static final Duration THREE_INTERVALS = Duration.ofSeconds(9);

  @Deployment(testable = false)
  static EnterpriseArchive tickets() {
    return TicketsEar.configured(
        "mp.messaging.connector.ticketing-kafka.max.poll.interval.ms=3000\n");
  }

  @Test
  void aConsumerThatWaitsLongForItsStoreStaysInItsGroupAndGoesOn() {
    String body = "{\"title\":\"A concert\",\"price\":19.99}";
    String ticket = expect(201, Api.as(SELLER).post("/api/tickets", body)).get("id").asText();
    OrderEvent.Order order = orderOf(ticket);
    try (Consumers consumers = new Consumers("tickets.orders")) {
      Patiently.await().until(() -> consumers.count() == 1);
      Surroundings.stack().stop(Part.STORE);
      try {
        Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
        Patiently.await().during(THREE_INTERVALS).until(() -> consumers.count() == 1);
        assertEquals(200, Api.anonymous().get("/health/live").statusCode());
      } finally {
        Surroundings.stack().start(Part.STORE);
      }
      awaitStatus(ticket, "RESERVED");
    }
    Events.put(new OrderEvent.OrderCancelled(order), order.id(), 1);
    awaitStatus(ticket, "AVAILABLE");
    assertEquals(List.of(), Broker.read("orders.dead", order.id()));
    assertEquals(200, Api.anonymous().get("/health/live").statusCode());
  }

  private static void awaitStatus(String ticket, String status) {
    Patiently.await()
        .until(
            () ->
                Documents.find("tickets", "tickets", ticket)
                    .orElseThrow()
                    .getString("status")
                    .equals(status));
  }

  private static OrderEvent.Order orderOf(String ticketId) {
    return new OrderEvent.Order(
        Identifier.next(),
        Identifier.next(),
        ticketId,
        "A concert",
        SELLER,
        new Money(1999, "usd"),
        Instant.parse("2030-01-01T10:00:00Z"),
        1,
        null);
  }
}
