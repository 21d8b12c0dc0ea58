package dev.ticketing.orders.application;

import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Keeps what sellers say of their tickets. A ticket may be withdrawn in the moment in which an
 * order takes its lock: an order that is not being paid yet is then cancelled, any other goes on.
 */
@ApplicationScoped
public class FollowTicket {

  private Listings listings;
  private TicketLocks locks;
  private OrderRepository orders;
  private Clock clock;

  /** For the container's proxy. */
  protected FollowTicket() {}

  @Inject
  public FollowTicket(Listings listings, TicketLocks locks, OrderRepository orders, Clock clock) {
    this.listings = listings;
    this.locks = locks;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @param version of the ticket at this event
   */
  public void follow(TicketEvent event, long version) {
    if (event instanceof TicketEvent.TicketDeleted) {
      listings.withdraw(event.ticket(), version);
      cancelOrderOf(event.ticket().id());
    } else {
      listings.keep(event.ticket(), version);
    }
  }

  private void cancelOrderOf(String ticketId) {
    locks
        .find(ticketId)
        .filter(lock -> lock.state() == TicketLock.State.HELD)
        .filter(lock -> locks.release(ticketId, lock.orderId()))
        .ifPresent(lock -> orders.change(lock.orderId(), order -> order.cancel(clock.instant())));
  }
}
