package dev.ticketing.contracts.event;

import dev.ticketing.contracts.Money;
import java.time.Instant;

/** What a seller does with a listing. */
public sealed interface TicketEvent extends Event {

  /**
   * A listing.
   *
   * @param userId the seller
   * @param date when the ticketed event takes place, or null
   */
  record Ticket(String id, String userId, String title, String venue, Instant date, Money price) {}

  Ticket ticket();

  record TicketCreated(Ticket ticket) implements TicketEvent {}

  record TicketUpdated(Ticket ticket) implements TicketEvent {}

  record TicketDeleted(Ticket ticket) implements TicketEvent {}
}
