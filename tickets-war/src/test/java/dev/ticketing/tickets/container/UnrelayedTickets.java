package dev.ticketing.tickets.container;

import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.tickets.domain.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** Writes tickets like a server that dies before it has published what they tell. */
@ApplicationScoped
class UnrelayedTickets {

  @PersistenceUnit(unitName = "tickets")
  private EntityManagerFactory factory;

  AggregateStore<Ticket> store() {
    return new AggregateStore<>(Ticket.class, factory, unpublished -> {});
  }
}
