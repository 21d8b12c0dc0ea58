package dev.ticketing.tickets.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.AggregateRules;
import dev.ticketing.tickets.domain.Offer;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class TicketPersistenceIT {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(5);
  private static final Instant DATE = Instant.parse("2031-05-06T19:30:00.456Z");
  private static final Money PRICE = new Money(1999, "usd");
  private static final String SELLER = Identifier.next();

  @Inject private TicketsUnit unit;
  private AggregateRules<Ticket> rules;

  @Deployment
  static EnterpriseArchive tickets() {
    return TicketsEar.build();
  }

  @BeforeEach
  void ofTickets() {
    Offer offer = new Offer("Title", "Text", "Hall", DATE, PRICE);
    rules =
        new AggregateRules<>(
            Ticket.class,
            unit.factory(),
            "tickets",
            () -> Ticket.list(Identifier.next(), SELLER, offer, NOW));
  }

  @Test
  void everyFieldIsFoundAsItWasWritten() {
    String id = rules.added().id();
    OrderEvent.Order order = orderOf(id, 7);
    rules.store().change(id, t -> t.follow(new OrderEvent.OrderCreated(order), 0, LATER));
    Ticket found = rules.found(id);
    assertEquals(SELLER, found.userId());
    assertEquals("Title", found.title());
    assertEquals("Text", found.description());
    assertEquals("Hall", found.venue());
    assertEquals(DATE, found.date());
    assertEquals(PRICE, found.price());
    assertEquals(TicketStatus.RESERVED, found.status());
    assertEquals(order.id(), found.orderId());
    assertEquals(NOW, found.createdAt());
    assertEquals(LATER, found.updatedAt());
    assertEquals(1, found.version());
  }

  @Test
  void loadingATicketAndCommittingLeavesItsVersion() {
    rules.loadingAndCommittingLeavesTheVersion();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    rules.anIdThatIsTakenIsRefused();
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    rules.ofManyChangesAtOnceNoneIsLost(
        ticket -> {
          OrderEvent.Order order = orderOf(ticket.id(), ticket.version() + 1);
          ticket.follow(new OrderEvent.OrderCreated(order), 0, LATER);
        });
  }

  @Test
  void withoutTheVersionInTheWriteChangesAreLost() {
    rules.withoutTheVersionInTheWriteChangesAreLost();
  }

  @Test
  void whatATicketTellsIsInItsDocumentUntilItIsPublished() {
    rules.whatItTellsIsInItsDocumentUntilItIsPublished(
        ticket -> ticket.edit(new Offer("New", null, null, null, null), LATER),
        EventType.TicketUpdated);
  }

  private static OrderEvent.Order orderOf(String ticketId, long hold) {
    return new OrderEvent.Order(
        Identifier.next(), Identifier.next(), ticketId, "A", SELLER, PRICE, NOW, hold, null);
  }
}
