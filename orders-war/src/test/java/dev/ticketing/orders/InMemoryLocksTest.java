package dev.ticketing.orders;

import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.orders.domain.TicketLocksContract;

/** The locks of the other tests keep the contract, so that those tests tell the truth. */
class InMemoryLocksTest extends TicketLocksContract {

  private final InMemoryLocks memory = new InMemoryLocks();

  @Override
  protected TicketLocks locks() {
    return memory;
  }

  @Override
  protected Listings listings() {
    return memory;
  }
}
