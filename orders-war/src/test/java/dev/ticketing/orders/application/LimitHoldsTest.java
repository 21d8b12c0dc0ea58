package dev.ticketing.orders.application;

import static dev.ticketing.orders.Marketplace.ALICE;
import static dev.ticketing.orders.Marketplace.BOB;
import static dev.ticketing.orders.Marketplace.WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.InMemoryLocks;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitHoldsTest {

  private static final int LIMIT = 3;

  private final Marketplace market = marketplace(LIMIT);

  @Test
  void aBuyerHoldsAsManyTicketsAsAllowedAndIsToldHowToGetAnother() {
    List<Order> held = fill();

    Refusal refusal = assertThrows(Refusal.class, () -> market.place(ALICE));
    assertEquals(Refusal.Reason.CONFLICT, refusal.reason());
    assertEquals(
        "You hold 3 tickets already: pay for one or give one back first", refusal.getMessage());
    assertEquals(TicketLock.State.FREE, market.lock().state());
    assertEquals(held, market.orders.all());
  }

  @Test
  void whatOneBuyerHoldsLimitsNobodyElse() {
    fill();
    market.place(BOB);
    assertTrue(market.lock().state() == TicketLock.State.HELD);
  }

  @Test
  void aTicketGivenBackMakesRoom() {
    market.cancelOrder.cancel(fill().get(0).id(), ALICE);
    assertEquals(OrderStatus.CREATED, market.place(ALICE).status());
  }

  @Test
  void aTicketPaidForMakesRoomOnceItIsSold() {
    Order order = fill().get(0);
    market.acceptPayment.authorized(order.id(), "payment");
    assertThrows(Refusal.class, () -> market.place(ALICE));
    market.acceptPayment.captured(order.id(), "payment");
    assertEquals(OrderStatus.CREATED, market.place(ALICE).status());
  }

  @Test
  void ticketsWhoseTimeIsOverMakeRoomThoughNoTimerFires() {
    fill();
    market.clock.advance(WINDOW);
    assertEquals(OrderStatus.CREATED, market.place(ALICE).status());
  }

  @Test
  void anOrderRepeatedUnderItsIdIsNotCountedTwice() {
    fill(LIMIT - 1);
    ReservedId id = ReservedId.fresh();
    Order order = market.place(ALICE, id);

    Order again = market.place(ALICE, new ReservedId(id.value(), true));
    assertEquals(order.id(), again.id());
    assertEquals(OrderStatus.CREATED, again.status());
  }

  @Test
  void theLockOfARequestThatDiedIsCountedUntilItIsGivenBack() {
    fill(LIMIT - 1);
    market.orders.dieBeforeTheNextWrite();
    assertThrows(RuntimeException.class, () -> market.place(ALICE));
    assertThrows(
        Refusal.class,
        () -> market.placeOrder.place(market.anotherTicket(), ALICE, ReservedId.fresh()));

    market.clock.advance(ReleaseOrphanedLocks.RIPE_AFTER.plusSeconds(1));
    market.releaseOrphanedLocks.runDoubtful();
    assertEquals(OrderStatus.CREATED, market.place(ALICE).status());
  }

  @Test
  void aRequestThatDiedBeforeItCountedIsRefusedWhenRepeatedAndItsLockGivenBackLater() {
    ReservedId id = ReservedId.fresh();
    market.locks.take(
        market.ticket,
        id.value(),
        ALICE,
        market.clock.instant(),
        market.clock.instant().plus(WINDOW));
    fill(LIMIT - 1);
    market.locks.take(
        market.anotherTicket(),
        Identifier.next(),
        ALICE,
        market.clock.instant(),
        market.clock.instant().plus(WINDOW));

    assertThrows(Refusal.class, () -> market.place(ALICE, new ReservedId(id.value(), true)));
    assertTrue(market.lock().isHeldBy(id.value()));
    market.clock.advance(ReleaseOrphanedLocks.RIPE_AFTER.plusSeconds(1));
    market.releaseOrphanedLocks.runDoubtful();
    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  @Test
  void whoIsRefusedATicketWhoseHoldIsOverLeavesItToTheNext() {
    Order overdue = market.place(BOB);
    market.clock.advance(WINDOW.minus(Duration.ofSeconds(1)));
    fill();
    market.clock.advance(Duration.ofSeconds(1));

    assertThrows(Refusal.class, () -> market.place(ALICE));
    assertEquals(OrderStatus.EXPIRED, market.statusOf(overdue));
    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void withoutALimitABuyerHoldsAsManyAsHeLikes(int none) {
    Marketplace open = marketplace(none);
    for (int i = 0; i < 50; i++) {
      open.placeOrder.place(open.anotherTicket(), ALICE, ReservedId.fresh());
    }
    assertEquals(50, open.orders.all().size());
  }

  private List<Order> fill() {
    return fill(LIMIT);
  }

  private List<Order> fill(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> market.placeOrder.place(market.anotherTicket(), ALICE, ReservedId.fresh()))
        .toList();
  }

  private static Marketplace marketplace(int limit) {
    InMemoryLocks locks = new InMemoryLocks();
    return new Marketplace(locks, locks, new HoldLimit(limit));
  }
}
