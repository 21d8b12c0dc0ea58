package dev.ticketing.tickets.application;

import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.tickets.domain.Offer;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Puts a ticket on sale. */
@ApplicationScoped
public class ListTicket {

  private TicketRepository tickets;
  private Clock clock;

  /** For the container's proxy. */
  protected ListTicket() {}

  @Inject
  public ListTicket(TicketRepository tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  public Ticket list(String sellerId, Offer offer) {
    Ticket ticket = Ticket.list(Identifier.next(), sellerId, offer, clock.instant());
    tickets.add(ticket);
    return ticket;
  }
}
