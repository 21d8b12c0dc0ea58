package dev.ticketing.tickets.container;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.container.Deployments;
import dev.ticketing.testing.probe.Broker;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.tickets.application.ListTicket;
import dev.ticketing.tickets.domain.Offer;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketRepository;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class TicketPersistenceIT {

  @Deployment
  static EnterpriseArchive tickets() {
    return Deployments.of(
        "tickets",
        "/api/tickets",
        Deployments.builtWar("tickets-war.war").addPackage(TicketPersistenceIT.class.getPackage()));
  }

  @Inject private TicketRepository tickets;
  @Inject private ListTicket listTicket;

  @Test
  void loadingATicketAndCommittingLeavesItsVersion() {
    Ticket ticket = listTicket.list(Identifier.next(), new Offer("A", "B", "C", Instant.now().plusSeconds(3600), new Money(100, "usd")));
    Ticket same = tickets.change(ticket.id(), unchanged -> {}).orElseThrow();
    assertEquals(0, same.version());
    await().until(() -> Broker.read("tickets", ticket.id()).size() == 1);
    await().until(() -> !Documents.find("tickets", "tickets", ticket.id()).orElseThrow().containsKey("outbox"));
  }
}
