package dev.ticketing.tickets.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketStatus;

/**
 * Who may do what with listings. Everybody sees what is on sale, and who sells it; a withdrawn
 * ticket is there for nobody, its seller included. Only the seller changes a listing, whoever else
 * asks, admins too.
 */
final class TicketAccess {

  private TicketAccess() {}

  /**
   * @throws Refusal NOT_FOUND when it is withdrawn, FORBIDDEN when it is another seller's
   */
  static void requireMayChange(String userId, Ticket ticket) {
    if (ticket.status() == TicketStatus.WITHDRAWN) {
      throw Refusal.notFound("No such ticket");
    }
    if (!ticket.userId().equals(userId)) {
      throw Refusal.forbidden("This ticket belongs to another seller");
    }
  }
}
