package dev.ticketing.expiration.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.platform.aggregate.Identifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpireReservationsTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  private final MemoryReservations reservations = new MemoryReservations();
  private final ExpireReservations expire =
      new ExpireReservations(reservations, Clock.fixed(NOW, ZoneOffset.UTC));

  private Reservation reservation(Instant due) {
    OrderEvent.Order order =
        new OrderEvent.Order(
            Identifier.next(),
            Identifier.next(),
            Identifier.next(),
            "Concert",
            Identifier.next(),
            new Money(1999, "usd"),
            due,
            1,
            null);
    Reservation reservation = Reservation.of(new OrderEvent.OrderCreated(order), 0);
    reservations.add(reservation);
    return reservation;
  }

  @Test
  void whatIsDueExpiresHoweverMuchItIsAndTheNextDeadlineIsTold() {
    for (int i = 0; i < 1_234; i++) {
      reservation(NOW.minusMillis(i));
    }
    reservation(NOW.plusSeconds(2));
    reservation(NOW.plusSeconds(1));

    assertEquals(Optional.of(NOW.plusSeconds(1)), expire.run());

    assertEquals(1_234, reservations.all.values().stream().filter(r -> r.dueAt() == null).count());
  }

  @Test
  void whatCannotBeReadHoldsUpNeitherTheOthersNorTheTimer() {
    for (int i = 0; i < 700; i++) {
      reservations.unreadable.add(reservation(NOW.minusSeconds(3600 + i)).id());
    }
    Reservation good = reservation(NOW.minusSeconds(1));

    assertEquals(Optional.empty(), expire.run());

    assertEquals(1, good.outbox().size());
    assertTrue(reservations.batches <= 3, reservations.batches + " batches");
  }
}
