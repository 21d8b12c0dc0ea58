package dev.ticketing.tickets.application;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.tickets.domain.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Marks a ticket reserved, sold or available again, as its order says. */
@ApplicationScoped
public class FollowOrder {

  private TicketRepository tickets;
  private Clock clock;

  /** For the container's proxy. */
  protected FollowOrder() {}

  @Inject
  public FollowOrder(TicketRepository tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * @param version of the order at this event
   * @throws IllegalStateException when the ticket does not exist, which no order can be placed for
   */
  public void follow(OrderEvent event, long version) {
    String ticketId = event.order().ticketId();
    tickets
        .change(ticketId, ticket -> ticket.follow(event, version, clock.instant()))
        .orElseThrow(() -> new IllegalStateException("Order of unknown ticket " + ticketId));
  }
}
