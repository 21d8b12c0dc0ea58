package dev.ticketing.orders.domain;

import dev.ticketing.contracts.event.TicketEvent;

/** What sellers say of their tickets, kept beside each ticket's lock; older news is ignored. */
public interface Listings {

  /**
   * @param version of the ticket when it said so
   */
  void keep(TicketEvent.Ticket ticket, long version);

  /** From now on nobody can take the lock of this ticket. */
  void withdraw(TicketEvent.Ticket ticket, long version);
}
