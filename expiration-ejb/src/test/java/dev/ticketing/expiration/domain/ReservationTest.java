package dev.ticketing.expiration.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.ReservationExpired;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReservationTest {

  private static final Instant PLACED = Instant.parse("2030-01-01T12:00:00Z");
  private static final Instant DEADLINE = PLACED.plus(Duration.ofMinutes(15));
  private static final OrderEvent.Order ORDER =
      new OrderEvent.Order(
          "6b0100000000000000000001",
          "6b0100000000000000000002",
          "6b0100000000000000000003",
          "Concert",
          "6b0100000000000000000004",
          new Money(1999, "usd"),
          DEADLINE,
          1,
          null);

  private final Reservation reservation = Reservation.of(new OrderEvent.OrderCreated(ORDER), 0);

  @Test
  void itIsDueAtTheDeadlineOfItsOrder() {
    assertEquals(DEADLINE, reservation.dueAt());
  }

  @Test
  void itSaysOnceThatItHasExpiredAndNotAMillisecondTooEarly() {
    reservation.expireIfDue(DEADLINE.minusMillis(1));
    assertEquals(0, reservation.outbox().size());

    reservation.expireIfDue(DEADLINE);
    reservation.expireIfDue(DEADLINE.plusSeconds(1));

    assertEquals(1, reservation.outbox().size());
    ReservationExpired expired = (ReservationExpired) reservation.outbox().get(0).data();
    assertEquals(
        new ReservationExpired.Reservation(ORDER.id(), ORDER.ticketId(), DEADLINE),
        expired.reservation());
  }

  @Test
  void aPaymentStopsItAndAFailedPaymentSetsItGoingAgain() {
    reservation.follow(new OrderEvent.OrderAwaitingPayment(ORDER), 1);
    assertNull(reservation.dueAt());

    reservation.follow(new OrderEvent.OrderCreated(ORDER), 2);
    assertEquals(DEADLINE, reservation.dueAt());
  }

  @Test
  void whateverEndsTheOrderStopsIt() {
    reservation.follow(new OrderEvent.OrderCancelled(ORDER), 1);

    assertNull(reservation.dueAt());
    assertEquals(ReservationStatus.CANCELLED, reservation.status());
  }

  @Test
  void olderAndRepeatedEventsDoNotWakeItAgain() {
    reservation.follow(new OrderEvent.OrderCompleted(ORDER), 2);
    reservation.follow(new OrderEvent.OrderAwaitingPayment(ORDER), 1);
    reservation.follow(new OrderEvent.OrderCreated(ORDER), 0);

    assertEquals(ReservationStatus.COMPLETE, reservation.status());
    assertNull(reservation.dueAt());
  }

  @Test
  void theEndOfAnOrderMayBeHeardBeforeItsBeginning() {
    Reservation late = Reservation.of(new OrderEvent.OrderExpired(ORDER), 1);
    late.follow(new OrderEvent.OrderCreated(ORDER), 0);

    assertEquals(ReservationStatus.EXPIRED, late.status());
    assertNull(late.dueAt());
  }

  @Test
  void timeIsLeftOnlyWhileTheOrderWaitsForItsBuyer() {
    assertEquals(Duration.ofMinutes(15), reservation.remainingAt(PLACED));
    assertEquals(Duration.ZERO, reservation.remainingAt(DEADLINE.plusSeconds(1)));

    reservation.follow(new OrderEvent.OrderAwaitingPayment(ORDER), 1);
    assertEquals(Duration.ZERO, reservation.remainingAt(PLACED));
  }
}
