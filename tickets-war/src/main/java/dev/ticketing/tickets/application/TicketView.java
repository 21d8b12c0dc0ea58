package dev.ticketing.tickets.application;

import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * A ticket as anyone may see it.
 *
 * @param price in the currency's main unit
 * @param userId the seller
 * @param orderId the order that holds or bought it, or null
 */
public record TicketView(
    String id,
    String title,
    String description,
    String venue,
    Instant date,
    BigDecimal price,
    String currency,
    String userId,
    String status,
    String orderId,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public static TicketView of(Ticket ticket) {
    return new TicketView(
        ticket.id(),
        ticket.title(),
        ticket.description(),
        ticket.venue(),
        ticket.date(),
        ticket.price().toDecimal(),
        ticket.price().currency(),
        ticket.userId(),
        nameOf(ticket.status()),
        ticket.orderId(),
        ticket.version(),
        ticket.createdAt(),
        ticket.updatedAt());
  }

  public static String nameOf(TicketStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
