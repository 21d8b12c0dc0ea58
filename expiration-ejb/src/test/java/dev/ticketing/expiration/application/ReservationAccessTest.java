package dev.ticketing.expiration.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.platform.access.Reader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReservationAccessTest {

  private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

  private final Reservation reservation =
      Reservation.of(
          new OrderEvent.OrderCreated(
              new OrderEvent.Order(
                  "o", "ann", "t", "A seat", "sue", new Money(1999, "usd"), NOON, 1, null)),
          0);

  @Test
  void theTimeOfAnOrderIsSeenByItsBuyerAndByAdmins() {
    assertEquals(
        reservation, ReservationAccess.requireMaySee(new Reader("ann", false), reservation));
    assertEquals(
        reservation, ReservationAccess.requireMaySee(new Reader("root", true), reservation));
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> ReservationAccess.requireMaySee(new Reader("bob", false), reservation));
    assertEquals(Refusal.Reason.FORBIDDEN, refusal.reason());
  }
}
