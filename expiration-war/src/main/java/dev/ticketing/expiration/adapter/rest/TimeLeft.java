package dev.ticketing.expiration.adapter.rest;

import dev.ticketing.expiration.domain.Reservation;
import java.time.Instant;

/**
 * How long an order still holds its ticket.
 *
 * @param status of the order
 * @param remainingSeconds rounded up; 0 once the order does not wait for its buyer any more
 */
public record TimeLeft(String orderId, String status, Instant expiresAt, long remainingSeconds) {

  private static final long NEARLY_A_SECOND = 999_999_999;

  static TimeLeft of(Reservation reservation, Instant now) {
    return new TimeLeft(
        reservation.id(),
        reservation.status().publicName(),
        reservation.expiresAt(),
        reservation.remainingAt(now).plusNanos(NEARLY_A_SECOND).toSeconds());
  }
}
