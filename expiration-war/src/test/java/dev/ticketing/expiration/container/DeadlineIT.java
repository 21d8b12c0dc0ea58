package dev.ticketing.expiration.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.testing.probe.DeadLetters;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the real timer says that an order's time is over, and when it does not. */
@ExtendWith(ArquillianExtension.class)
class DeadlineIT {

  private static final int SOON = 1;
  private static final int LATER = 5;

  @Deployment(testable = false)
  static EnterpriseArchive expiration() {
    return ExpirationEar.build();
  }

  @Test
  void aReservationExpiresOnceAndNotBeforeItsDeadline() {
    OrderEvent.Order order = Orders.until(Instant.now().plusSeconds(SOON));
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    awaitExpiry(order);
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    awaitExpiryOf(Orders.until(Instant.now().plusSeconds(SOON)));
    List<Envelope<?>> told = expiries(order);
    assertEquals(1, told.size());
    assertFalse(told.get(0).time().isBefore(order.expiresAt()));
  }

  @Test
  void anOrderThatIsOverdueWhenItIsHeardOfExpiresAtOnce() {
    awaitExpiryOf(Orders.until(Instant.now().minusSeconds(60)));
  }

  @Test
  void neitherAnOrderBeingPaidNorACancelledOneExpires() {
    Instant deadline = Instant.now().plusSeconds(LATER);
    OrderEvent.Order paid = Orders.until(deadline);
    OrderEvent.Order cancelled = Orders.until(deadline);
    Events.put(new OrderEvent.OrderCreated(paid), paid.id(), 0);
    Events.put(new OrderEvent.OrderAwaitingPayment(paid), paid.id(), 1);
    Events.put(new OrderEvent.OrderCreated(cancelled), cancelled.id(), 0);
    Events.put(new OrderEvent.OrderCancelled(cancelled), cancelled.id(), 1);
    awaitExpiryOf(Orders.until(deadline));
    assertTrue(expiries(paid).isEmpty());
    assertTrue(expiries(cancelled).isEmpty());
  }

  @Test
  void aPaymentThatFailsSetsTheClockGoingAgain() {
    OrderEvent.Order order = Orders.until(Instant.now().plusSeconds(SOON));
    Events.put(new OrderEvent.OrderAwaitingPayment(order), order.id(), 1);
    Patiently.await().until(() -> reservation(order) != null);
    assertNull(reservation(order).get("dueAt"));
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 2);
    awaitExpiry(order);
  }

  @Test
  void repeatedAndOlderEventsChangeNothing() {
    OrderEvent.Order order = Orders.until(Instant.now().plusSeconds(3600));
    Events.put(new OrderEvent.OrderCompleted(order), order.id(), 2);
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    Events.put(new OrderEvent.OrderCompleted(order), order.id(), 2);
    DeadLetters.expectMalformed(Topic.ORDERS, order.id(), "after all of these");
    assertEquals("COMPLETE", reservation(order).getString("status"));
    assertEquals(0, reservation(order).getLong("version"));
  }

  @Test
  void whatIsNoEventIsPutAsideAndTheNextEventIsApplied() {
    OrderEvent.Order order = Orders.until(Instant.now().minusSeconds(1));
    String good = Events.json(new OrderEvent.OrderCreated(order), order.id(), 0);
    DeadLetters.expectMalformed(Topic.ORDERS, order.id(), good.substring(1));
    DeadLetters.expectMalformed(Topic.ORDERS, order.id(), good.replace("expiresAt", "ends"));
    awaitExpiryOf(order);
  }

  private static void awaitExpiryOf(OrderEvent.Order order) {
    Events.put(new OrderEvent.OrderCreated(order), order.id(), 0);
    awaitExpiry(order);
  }

  private static void awaitExpiry(OrderEvent.Order order) {
    Patiently.await().until(() -> !expiries(order).isEmpty());
  }

  private static List<Envelope<?>> expiries(OrderEvent.Order order) {
    return Events.published(Topic.RESERVATIONS, order.id());
  }

  private static Document reservation(OrderEvent.Order order) {
    return Documents.find("expiration", "reservations", order.id()).orElse(null);
  }
}
