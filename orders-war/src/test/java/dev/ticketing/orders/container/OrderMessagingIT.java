package dev.ticketing.orders.container;

import static dev.ticketing.testing.container.Answers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.PaymentEvent;
import dev.ticketing.contracts.event.ReservationExpired;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.DeadLetters;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.time.Instant;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of orders as tickets, payments and the clock tell their events over the broker. */
@ExtendWith(ArquillianExtension.class)
class OrderMessagingIT {

  private static final String BUYER = Identifier.next();
  private static final String SELLER = Identifier.next();

  private final String ticketId = Identifier.next();
  private final String paymentId = Identifier.next();

  @Deployment(testable = false)
  static EnterpriseArchive orders() {
    return OrdersEar.build();
  }

  @Test
  void anOlderOrRepeatedTicketChangesNothing() {
    Events.put(new TicketEvent.TicketUpdated(ticket("New", 2999)), ticketId, 5);
    Events.put(new TicketEvent.TicketCreated(ticket("Old", 1999)), ticketId, 0);
    Events.put(new TicketEvent.TicketUpdated(ticket("Repeated", 999)), ticketId, 5);
    Events.put(new TicketEvent.TicketDeleted(ticket("New", 2999)), ticketId, 6);
    Patiently.await().until(() -> lockIs("withdrawn", true));
    assertEquals("New", lock().getString("title"));
    Events.put(new TicketEvent.TicketUpdated(ticket("Newer", 2999)), ticketId, 7);
    Patiently.await().until(() -> lockIs("title", "Newer"));
    assertEquals(7, lock().getLong("version"));
  }

  @Test
  void aPaymentThatIsAuthorisedAndCapturedCompletesTheOrderHoweverOftenItIsTold() {
    String orderId = ordered();
    PaymentEvent.Payment payment = payment(orderId);
    Events.put(new PaymentEvent.PaymentAuthorized(payment), paymentId, 1);
    Events.put(new PaymentEvent.PaymentAuthorized(payment), paymentId, 1);
    awaitStatus(orderId, "AWAITING_PAYMENT");
    Events.put(new PaymentEvent.ChargeCreated(payment), paymentId, 3);
    Events.put(new PaymentEvent.ChargeCreated(payment), paymentId, 3);
    Events.put(new PaymentEvent.PaymentAuthorized(payment), paymentId, 1);
    awaitStatus(orderId, "COMPLETE");
    DeadLetters.expectMalformed(Topic.PAYMENTS, paymentId, "after all of these");
    assertEquals(2, order(orderId).getLong("version"));
    assertEquals("SOLD", lock().getString("state"));
  }

  @Test
  void theClockDoesNotEndAnOrderBeforeItsDeadline() {
    String orderId = ordered();
    Events.put(
        new ReservationExpired(
            new ReservationExpired.Reservation(orderId, ticketId, Instant.now())),
        orderId,
        1);
    DeadLetters.expectMalformed(Topic.RESERVATIONS, orderId, "after it");
    assertEquals("CREATED", order(orderId).getString("status"));
    assertEquals("HELD", lock().getString("state"));
  }

  @Test
  void whatIsNoEventIsPutAsideAndTheNextEventIsApplied() {
    String good = Events.json(new TicketEvent.TicketCreated(ticket("A", 1999)), ticketId, 0);
    DeadLetters.expectMalformed(Topic.TICKETS, ticketId, good.substring(1));
    DeadLetters.expectMalformed(Topic.TICKETS, ticketId, good.replace("1999", "-1.5"));
    Events.put(new TicketEvent.TicketCreated(ticket("A", 1999)), ticketId, 0);
    Patiently.await().until(() -> lockIs("title", "A"));
  }

  private String ordered() {
    Events.put(new TicketEvent.TicketCreated(ticket("A", 1999)), ticketId, 0);
    String body = "{\"ticketId\":\"" + ticketId + "\"}";
    return expect(201, Api.as(BUYER).post("/api/orders", body)).get("id").asText();
  }

  private void awaitStatus(String orderId, String status) {
    Patiently.await().until(() -> order(orderId).getString("status").equals(status));
  }

  private static Document order(String orderId) {
    return Documents.find("orders", "orders", orderId).orElseThrow();
  }

  private Document lock() {
    return Documents.find("orders", "tickets", ticketId).orElseThrow();
  }

  private boolean lockIs(String field, Object value) {
    return Documents.find("orders", "tickets", ticketId)
        .filter(lock -> value.equals(lock.get(field)))
        .isPresent();
  }

  private TicketEvent.Ticket ticket(String title, long cents) {
    return new TicketEvent.Ticket(ticketId, SELLER, title, null, null, new Money(cents, "usd"));
  }

  private PaymentEvent.Payment payment(String orderId) {
    return new PaymentEvent.Payment(
        paymentId, orderId, BUYER, new Money(1999, "usd"), "pi_1", null);
  }
}
