package dev.ticketing.orders.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.orders.domain.HeldTicket;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.AggregateRules;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class OrderPersistenceIT {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00.123Z");
  private static final Instant DEADLINE = Instant.parse("2030-01-01T10:15:00.123Z");
  private static final String BUYER = Identifier.next();
  private static final String PAYMENT = Identifier.next();
  private static final HeldTicket TICKET =
      new HeldTicket(Identifier.next(), "Title", Identifier.next(), new Money(1999, "usd"), 3);

  @Inject private OrdersUnit unit;
  private AggregateRules<Order> rules;

  @Deployment
  static EnterpriseArchive orders() {
    return OrdersEar.build();
  }

  @BeforeEach
  void ofOrders() {
    rules =
        new AggregateRules<>(
            Order.class,
            unit.factory(),
            "orders",
            () -> Order.place(Identifier.next(), BUYER, TICKET, DEADLINE, NOW));
  }

  @Test
  void everyFieldIsFoundAsItWasWritten() {
    String id = rules.added().id();
    rules.store().change(id, order -> order.awaitPayment(PAYMENT, NOW.plusSeconds(1)));
    Order found = rules.found(id);
    assertEquals(BUYER, found.userId());
    assertEquals(TICKET.id(), found.ticketId());
    assertEquals("Title", found.ticketTitle());
    assertEquals(new Money(1999, "usd"), found.price());
    assertEquals(OrderStatus.AWAITING_PAYMENT, found.status());
    assertEquals(DEADLINE, found.expiresAt());
    assertEquals(PAYMENT, found.paymentId());
    assertEquals(NOW, found.createdAt());
    assertEquals(1, found.version());
  }

  @Test
  void loadingAnOrderAndCommittingLeavesItsVersion() {
    rules.loadingAndCommittingLeavesTheVersion();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    rules.anIdThatIsTakenIsRefused();
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    rules.ofManyChangesAtOnceNoneIsLost(
        order -> {
          if (order.status() == OrderStatus.CREATED) {
            order.awaitPayment(PAYMENT, NOW);
          } else {
            order.reopen(NOW);
          }
        });
  }

  @Test
  void whatAnOrderTellsIsInItsDocumentUntilItIsPublished() {
    rules.whatItTellsIsInItsDocumentUntilItIsPublished(
        order -> order.cancel(NOW), EventType.OrderCancelled);
  }
}
