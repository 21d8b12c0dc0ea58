package dev.ticketing.tickets.container;

import static dev.ticketing.testing.container.Answers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Broker;
import dev.ticketing.testing.probe.DeadLetters;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.time.Instant;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of tickets as orders tell their events over the broker. */
@ExtendWith(ArquillianExtension.class)
class TicketMessagingIT {

  private static final String SELLER = Identifier.next();

  private String ticketId;
  private OrderEvent.Order order;

  @Deployment(testable = false)
  static EnterpriseArchive tickets() {
    return TicketsEar.build();
  }

  @BeforeEach
  void listATicket() {
    String body = "{\"title\":\"A concert\",\"price\":19.99}";
    ticketId = expect(201, Api.as(SELLER).post("/api/tickets", body)).get("id").asText();
    order = orderOf(ticketId);
  }

  @Test
  void anOrderReservesAndItsCancellationFreesTheTicket() {
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    awaitStatus("RESERVED");
    assertEquals(order.id(), document().getString("orderId"));
    Events.put(new OrderEvent.OrderCancelled(order), order.id(), 1);
    awaitStatus("AVAILABLE");
  }

  @Test
  void repeatedAndOlderEventsChangeNothing() {
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    Events.put(new OrderEvent.OrderAwaitingPayment(order), order.id(), 1);
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    Events.put(new OrderEvent.OrderAwaitingPayment(order), order.id(), 1);
    Events.put(new OrderEvent.OrderCompleted(order), order.id(), 2);
    awaitStatus("SOLD");
    assertEquals(3, document().getLong("version"));
  }

  @Test
  void whatIsNoEventIsPutAsideAndTheNextEventIsApplied() {
    String good = Events.json(new OrderEvent.OrderCreated(order), order.id(), 0);
    DeadLetters.expectMalformed(Topic.ORDERS, order.id(), "{\"type\":\"OrderCreated\",");
    DeadLetters.expectMalformed(Topic.ORDERS, order.id(), good.replace("OrderCreated", "Unheard"));
    DeadLetters.expectMalformed(Topic.ORDERS, order.id(), good.replace("1999", "\"19.99\""));
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    awaitStatus("RESERVED");
  }

  @Test
  void anEventThatCannotBeAppliedIsPutAsideAndTheNextOneIsApplied() {
    OrderEvent unknown = new OrderEvent.OrderCreated(orderOf(Identifier.next()));
    String message = Events.json(unknown, order.id(), 0);
    Broker.put("orders", order.id(), message);
    DeadLetters.expect(Topic.ORDERS, order.id(), message, "failed");
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    awaitStatus("RESERVED");
  }

  private void awaitStatus(String status) {
    Patiently.await().until(() -> document().getString("status").equals(status));
  }

  private Document document() {
    return Documents.find("tickets", "tickets", ticketId).orElseThrow();
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
