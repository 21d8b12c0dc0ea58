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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowOrderTest {

  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  private final MemoryReservations reservations = new MemoryReservations();
  private final List<Instant> rings = new ArrayList<>();
  private final Alarm alarm = new Alarm();
  private final FollowOrder followOrder = new FollowOrder(reservations, alarm);

  FollowOrderTest() {
    alarm.connect(rings::add);
  }

  @Test
  void aNewOrderSetsTheAlarmForItsDeadline() {
    followOrder.follow(new OrderEvent.OrderCreated(order(NOON)), 0);

    assertEquals(List.of(NOON), rings);
  }

  @Test
  void theSameEventTwiceKeepsOneReservation() {
    OrderEvent.OrderCreated created = new OrderEvent.OrderCreated(order(NOON));
    followOrder.follow(created, 0);
    followOrder.follow(created, 0);

    assertEquals(1, reservations.all.size());
  }

  @Test
  void anOrderHeardOfLateIsKeptAsItStands() {
    followOrder.follow(new OrderEvent.OrderCancelled(order(NOON)), 1);

    assertEquals(1, reservations.all.size());
    assertTrue(rings.isEmpty());
  }

  @Test
  void whatIsDueExpiresAndTheNextDeadlineIsTold() {
    followOrder.follow(new OrderEvent.OrderCreated(order(NOON.minusSeconds(60))), 0);
    followOrder.follow(new OrderEvent.OrderCreated(order(NOON)), 0);
    followOrder.follow(new OrderEvent.OrderCreated(order(NOON.plusSeconds(60))), 0);

    Optional<Instant> next =
        new ExpireReservations(reservations, Clock.fixed(NOON, ZoneOffset.UTC)).run();

    assertEquals(Optional.of(NOON.plusSeconds(60)), next);
    assertEquals(
        2, reservations.all.values().stream().filter(Reservation::hasSomethingWaiting).count());
  }

  @Test
  void thousandsThatAreOverdueAllExpireInOneRun() {
    for (int i = 0; i < 1_001; i++) {
      followOrder.follow(new OrderEvent.OrderCreated(order(NOON.minusSeconds(i))), 0);
    }

    new ExpireReservations(reservations, Clock.fixed(NOON, ZoneOffset.UTC)).run();

    assertTrue(reservations.all.values().stream().allMatch(Reservation::hasSomethingWaiting));
  }

  private static OrderEvent.Order order(Instant deadline) {
    String user = Identifier.next();
    return new OrderEvent.Order(
        Identifier.next(),
        user,
        Identifier.next(),
        "Concert",
        Identifier.next(),
        new Money(1999, "usd"),
        deadline,
        1,
        null);
  }
}
