package dev.ticketing.orders.application;

import static dev.ticketing.orders.Marketplace.ALICE;
import static dev.ticketing.orders.Marketplace.BOB;
import static dev.ticketing.orders.Marketplace.PRICE;
import static dev.ticketing.orders.Marketplace.SELLER;
import static dev.ticketing.orders.Marketplace.WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.InMemoryOrders;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

  private final Marketplace market = new Marketplace();

  @Test
  void aNewOrderHoldsTheTicketForTheWholeWindowAtTodaysPrice() {
    Order order = market.place(ALICE);

    assertEquals(OrderStatus.CREATED, order.status());
    assertEquals(PRICE, order.price());
    assertEquals(market.clock.instant().plus(WINDOW), order.expiresAt());
    assertEquals(order.id(), market.lock().orderId());
    assertEquals(List.of("OrderCreated"), market.orders.told(order.id()));
  }

  @Test
  void nobodyElseCanOrderAHeldTicket() {
    market.place(ALICE);

    assertRefused(Refusal.Reason.CONFLICT, () -> market.place(BOB));
    assertRefused(Refusal.Reason.CONFLICT, () -> market.place(ALICE));
  }

  @Test
  void nobodyCanOrderTheirOwnTicket() {
    assertRefused(Refusal.Reason.FORBIDDEN, () -> market.place(SELLER));
  }

  @Test
  void anUnknownTicketIsNotFound() {
    String old = Identifier.firstAt(market.clock.instant().minus(Duration.ofDays(1)));

    assertRefused(
        Refusal.Reason.NOT_FOUND, () -> market.placeOrder.place(old, ALICE, ReservedId.fresh()));
  }

  @Test
  void aWithdrawnTicketIsNotFound() {
    market.followTicket.follow(new TicketEvent.TicketDeleted(market.listing(PRICE)), 1);

    assertRefused(Refusal.Reason.NOT_FOUND, () -> market.place(ALICE));
  }

  @Test
  void theNextBuyerTakesOverAHoldWhoseTimeIsOverEvenIfNoTimerEverFires() {
    Order late = market.place(ALICE);
    market.clock.advance(WINDOW);

    Order next = market.place(BOB);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(late));
    assertEquals(next.id(), market.lock().orderId());
  }

  @Test
  void aHoldIsNotTakenOverAMillisecondTooEarly() {
    market.place(ALICE);
    market.clock.advance(WINDOW.minusMillis(1));

    assertRefused(Refusal.Reason.CONFLICT, () -> market.place(BOB));
  }

  @Test
  void aLaterEditOfTheListingDoesNotChangeThePriceOfAnOrder() {
    Order order = market.place(ALICE);
    market.followTicket.follow(
        new TicketEvent.TicketUpdated(market.listing(new Money(9900, "usd"))), 1);

    assertEquals(PRICE, market.orders.find(order.id()).orElseThrow().price());
  }

  @Test
  void anOlderVersionOfTheListingIsIgnored() {
    market.followTicket.follow(
        new TicketEvent.TicketUpdated(market.listing(new Money(9900, "usd"))), 2);
    market.followTicket.follow(new TicketEvent.TicketUpdated(market.listing(PRICE)), 1);

    assertEquals(9900, market.place(ALICE).price().amount());
  }

  @Test
  void aServerThatDiesBetweenTheLockAndTheOrderBlocksTheTicketForSecondsOnly() {
    market.orders.dieBeforeTheNextWrite();
    assertThrows(InMemoryOrders.Died.class, () -> market.place(ALICE));
    assertRefused(Refusal.Reason.CONFLICT, () -> market.place(BOB));

    market.clock.advance(Duration.ofSeconds(21));

    assertEquals(OrderStatus.CREATED, market.place(BOB).status());
    assertEquals(1, market.orders.all().size());
  }

  @Test
  void aLockWhoseOrderWasNeverStoredIsGivenBackByTheNextStart() {
    market.orders.dieBeforeTheNextWrite();
    assertThrows(InMemoryOrders.Died.class, () -> market.place(ALICE));
    market.clock.advance(Duration.ofSeconds(21));

    market.releaseOrphanedLocks.run();

    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  @Test
  void aStartLeavesALockAloneWhoseOrderMayBeStoredAtThisMoment() {
    market.orders.dieBeforeTheNextWrite();
    assertThrows(InMemoryOrders.Died.class, () -> market.place(ALICE));
    market.clock.advance(Duration.ofSeconds(19));

    market.releaseOrphanedLocks.run();

    assertEquals(TicketLock.State.HELD, market.lock().state());
  }

  @Test
  void aLockWhoseOrderTheStoreCutOffIsGivenBackSoonThoughNobodyAsks() {
    market.orders.dieBeforeTheNextWrite();
    assertThrows(InMemoryOrders.Died.class, () -> market.place(ALICE));
    market.clock.advance(Duration.ofSeconds(19));
    market.releaseOrphanedLocks.runDoubtful();
    assertEquals(TicketLock.State.HELD, market.lock().state());
    market.clock.advance(Duration.ofSeconds(2));

    market.releaseOrphanedLocks.runDoubtful();

    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  @Test
  void aStartLeavesALockAloneThatHasItsOrder() {
    Order order = market.place(ALICE);
    market.clock.advance(Duration.ofSeconds(21));

    market.releaseOrphanedLocks.run();

    assertTrue(market.lock().isHeldBy(order.id()));
  }

  @Test
  void eachHoldOfATicketHasAHigherNumberThanTheOneBefore() {
    Order first = market.place(ALICE);
    market.cancelOrder.cancel(first.id(), ALICE);
    Order second = market.place(BOB);

    assertEquals(1, holdOf(first));
    assertEquals(2, holdOf(second));
  }

  private static long holdOf(Order order) {
    var created = (dev.ticketing.contracts.event.OrderEvent) order.outbox().get(0).data();
    return created.order().hold();
  }

  private static void assertRefused(
      Refusal.Reason reason, org.junit.jupiter.api.function.Executable step) {
    assertEquals(reason, assertThrows(Refusal.class, step).reason());
  }
}
