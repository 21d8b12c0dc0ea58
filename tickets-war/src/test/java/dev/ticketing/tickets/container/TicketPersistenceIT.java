package dev.ticketing.tickets.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.testing.probe.Simultaneously;
import dev.ticketing.tickets.domain.Offer;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketRepository;
import dev.ticketing.tickets.domain.TicketStatus;
import jakarta.inject.Inject;
import jakarta.persistence.EntityExistsException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class TicketPersistenceIT {

  private static final int THREADS = 8;
  private static final int CHANGES = 50;
  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00.123Z");
  private static final Instant DATE = Instant.parse("2031-05-06T19:30:00.456Z");
  private static final Offer OFFER = new Offer("Title", "Text", "Hall", DATE, usd(1999));

  @Inject private TicketRepository tickets;
  @Inject private UnrelayedTickets unrelayed;

  @Deployment
  static EnterpriseArchive tickets() {
    return TicketsEar.build();
  }

  @Test
  void everyFieldIsFoundAsItWasWritten() {
    Ticket written = listed();
    OrderEvent.Order order = orderOf(written, 7);
    tickets.change(written.id(), t -> t.follow(new OrderEvent.OrderCreated(order), 0, NOW));
    Ticket found = unrelayed.store().find(written.id()).orElseThrow();
    assertEquals(written.userId(), found.userId());
    assertEquals("Title", found.title());
    assertEquals("Text", found.description());
    assertEquals("Hall", found.venue());
    assertEquals(DATE, found.date());
    assertEquals(usd(1999), found.price());
    assertEquals(TicketStatus.RESERVED, found.status());
    assertEquals(order.id(), found.orderId());
    assertEquals(NOW, found.createdAt());
    assertEquals(NOW, found.updatedAt());
    assertEquals(1, found.version());
  }

  @Test
  void loadingATicketAndCommittingLeavesItsVersion() {
    Ticket ticket = listed();
    tickets.change(ticket.id(), unchanged -> {});
    tickets.change(ticket.id(), unchanged -> {});
    assertEquals(0, unrelayed.store().find(ticket.id()).orElseThrow().version());
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    Ticket ticket = listed();
    Ticket again = Ticket.list(ticket.id(), Identifier.next(), OFFER, NOW);
    assertThrows(EntityExistsException.class, () -> tickets.add(again));
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    Ticket ticket = listed();
    Simultaneously.run(
        THREADS,
        thread ->
            () -> {
              for (int i = 0; i < CHANGES; i++) {
                Offer edit = new Offer(thread + "/" + i, null, null, null, null);
                tickets.change(ticket.id(), t -> t.edit(t.userId(), edit, NOW));
              }
              return null;
            });
    assertEquals(THREADS * CHANGES, unrelayed.store().find(ticket.id()).orElseThrow().version());
    Patiently.await().until(() -> publishedTitles(ticket.id()).size() == THREADS * CHANGES + 1);
  }

  @Test
  void whatATicketTellsIsInItsDocumentUntilItIsPublished() {
    Ticket ticket = Ticket.list(Identifier.next(), Identifier.next(), OFFER, NOW);
    AggregateStore<Ticket> store = unrelayed.store();
    store.add(ticket);
    Document stored = document(ticket.id());
    assertTrue(stored.getString("outbox").contains("TicketCreated"));
    assertEquals(ticket.outboxMark(), stored.getString("outboxMark"));
    Patiently.await().until(() -> !Events.published(Topic.TICKETS, ticket.id()).isEmpty());
    assertEquals(
        EventType.TicketCreated, Events.published(Topic.TICKETS, ticket.id()).get(0).type());
    Patiently.await().until(() -> !document(ticket.id()).containsKey("outbox"));
    assertFalse(document(ticket.id()).containsKey("outboxMark"));
  }

  private Set<String> publishedTitles(String id) {
    return Events.published(Topic.TICKETS, id).stream()
        .map(event -> ((TicketEvent) event.data()).ticket().title())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Ticket listed() {
    Ticket ticket = Ticket.list(Identifier.next(), Identifier.next(), OFFER, NOW);
    tickets.add(ticket);
    return ticket;
  }

  private static OrderEvent.Order orderOf(Ticket ticket, long hold) {
    return new OrderEvent.Order(
        Identifier.next(),
        Identifier.next(),
        ticket.id(),
        "Title",
        ticket.userId(),
        usd(1999),
        NOW,
        hold,
        null);
  }

  private static Document document(String id) {
    return Documents.find("tickets", "tickets", id).orElseThrow();
  }

  private static Money usd(long cents) {
    return new Money(cents, "usd");
  }
}
