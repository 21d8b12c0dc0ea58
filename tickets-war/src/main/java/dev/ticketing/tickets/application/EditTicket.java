package dev.ticketing.tickets.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.tickets.domain.Offer;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Changes or withdraws a listing, on behalf of its seller, while nobody is buying it. */
@ApplicationScoped
public class EditTicket {

  private TicketRepository tickets;
  private Clock clock;

  /** For the container's proxy. */
  protected EditTicket() {}

  @Inject
  public EditTicket(TicketRepository tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * @throws Refusal NOT_FOUND or FORBIDDEN as {@link TicketAccess} says, CONFLICT as {@link
   *     Ticket#edit} says
   */
  public Ticket edit(String id, String sellerId, Offer offer) {
    return tickets
        .change(
            id,
            ticket -> {
              TicketAccess.requireMayChange(sellerId, ticket);
              ticket.edit(offer, clock.instant());
            })
        .orElseThrow(EditTicket::noSuchTicket);
  }

  /**
   * @throws Refusal NOT_FOUND or FORBIDDEN as {@link TicketAccess} says, CONFLICT as {@link
   *     Ticket#withdraw} says
   */
  public void withdraw(String id, String sellerId) {
    tickets
        .change(
            id,
            ticket -> {
              TicketAccess.requireMayChange(sellerId, ticket);
              ticket.withdraw(clock.instant());
            })
        .orElseThrow(EditTicket::noSuchTicket);
  }

  private static Refusal noSuchTicket() {
    return Refusal.notFound("No such ticket");
  }
}
