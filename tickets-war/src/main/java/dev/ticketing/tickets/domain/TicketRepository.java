package dev.ticketing.tickets.domain;

import java.util.Optional;
import java.util.function.Consumer;

/** All tickets, withdrawn ones included. */
public interface TicketRepository {

  void add(Ticket ticket);

  /**
   * Changes a ticket as it is now; the change may run more than once and must touch nothing else.
   *
   * @return the ticket after the change, empty when there is none
   */
  Optional<Ticket> change(String id, Consumer<Ticket> change);
}
