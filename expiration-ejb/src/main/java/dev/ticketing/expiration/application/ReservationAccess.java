package dev.ticketing.expiration.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.platform.access.Reader;

/** Who may see how long an order holds its ticket: its buyer, and admins. Nobody changes it. */
final class ReservationAccess {

  private ReservationAccess() {}

  /**
   * @return the reservation, when the reader may see it
   * @throws Refusal FORBIDDEN when it is another buyer's
   */
  static Reservation requireMaySee(Reader reader, Reservation reservation) {
    if (!reader.maySeeWhatIsOf(reservation.userId())) {
      throw Refusal.forbidden("This order belongs to another buyer");
    }
    return reservation;
  }
}
