package dev.ticketing.contracts.event;

import java.time.Instant;

/** The clock has passed an order's deadline. Whether the order still waited is the order's call. */
public record ReservationExpired(Reservation reservation) implements Event {

  /** The order, its ticket, and the deadline that has passed. */
  public record Reservation(String orderId, String ticketId, Instant expiresAt) {}
}
