package dev.ticketing.tickets.application;

import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tickets for as long as a test runs. */
final class TicketsInMemory implements TicketRepository {

  private final Map<String, Ticket> tickets = new HashMap<>();

  @Override
  public void add(Ticket ticket) {
    tickets.put(ticket.id(), ticket);
  }

  @Override
  public Optional<Ticket> change(String id, Consumer<Ticket> change) {
    Optional<Ticket> ticket = get(id);
    ticket.ifPresent(change);
    return ticket;
  }

  Optional<Ticket> get(String id) {
    return Optional.ofNullable(tickets.get(id));
  }
}
