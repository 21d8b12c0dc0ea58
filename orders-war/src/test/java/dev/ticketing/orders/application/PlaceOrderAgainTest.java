package dev.ticketing.orders.application;

import static dev.ticketing.orders.Marketplace.ALICE;
import static dev.ticketing.orders.Marketplace.BOB;
import static dev.ticketing.orders.Marketplace.WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.InMemoryOrders;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.Mortal;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import dev.ticketing.platform.time.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same wish again under the same reserved id, after the first was cut off or while it lasts.
 */
class PlaceOrderAgainTest {

  /** The ticket is never counted twice. */
  private static final HoldLimit ONE_TICKET = new HoldLimit(1);

  private final Marketplace market = new Marketplace();
  private final String id = Identifier.next();
  private final ReservedId first = new ReservedId(id, false);
  private final ReservedId again = new ReservedId(id, true);
  private final Mortal mortal = new Mortal();
  private final FinishOrder finishOrder = new FinishOrder(market.orders, market.clock);
  private final PlaceOrder placeOrder =
      new PlaceOrder(
          mortal.port(TicketLocks.class, market.locks),
          mortal.port(OrderRepository.class, market.orders),
          new Arrival(market.clock),
          new ReservationWindow(WINDOW),
          new LimitHolds(mortal.port(TicketLocks.class, market.locks), ONE_TICKET, market.clock),
          finishOrder,
          market.releaseOrphanedLocks,
          market.clock);

  record Death(int call, boolean afterItWorked, Duration pause) {}

  static Stream<Death> deaths() {
    PlaceOrderAgainTest undisturbed = new PlaceOrderAgainTest();
    undisturbed.market.place(BOB);
    undisturbed.market.clock.advance(WINDOW);
    undisturbed.placeOrder.place(undisturbed.market.ticket, ALICE, undisturbed.first);
    List<Death> deaths = new ArrayList<>();
    for (int call = 0; call < undisturbed.mortal.calls(); call++) {
      for (Duration pause : List.of(Duration.ZERO, Duration.ofSeconds(30), WINDOW)) {
        deaths.add(new Death(call, false, pause));
        deaths.add(new Death(call, true, pause));
      }
    }
    assertTrue(deaths.size() >= 18, "the lock, the order, the order before");
    return deaths.stream();
  }

  private Order place(ReservedId reserved) {
    return placeOrder.place(market.ticket, ALICE, reserved);
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whereverTheServerDiesTheNextRequestGetsTheOneOrder(Death death) {
    Order displaced = market.place(BOB);
    market.clock.advance(WINDOW);
    mortal.dieAt(death.call(), death.afterItWorked());
    assertThrows(InMemoryOrders.Died.class, () -> place(first));
    market.clock.advance(death.pause());

    Order order = place(again);
    Order once = place(again);

    assertEquals(id, order.id());
    assertEquals(id, once.id());
    assertEquals(2, market.orders.all().size());
    boolean inTime = !order.isOverdueAt(market.clock.instant());
    assertTrue(inTime || death.pause().equals(WINDOW), "overdue");
    if (inTime) {
      assertEquals(OrderStatus.CREATED, order.status());
      assertTrue(market.lock().isHeldBy(id));
      assertEquals(order.expiresAt(), market.lock().deadline());
    }
    market.timeIsOver(displaced);
    assertEquals(OrderStatus.EXPIRED, market.statusOf(displaced));
  }

  @Test
  void anOrderThatHasEndedIsTheAnswerAllTheSameAndLeavesTheNextBuyerAlone() {
    place(first);
    market.cancelOrder.cancel(id, ALICE);
    Order next = market.place(BOB);

    Order order = place(again);

    assertEquals(OrderStatus.CANCELLED, order.status());
    assertEquals(next.id(), market.lock().orderId());
  }

  @Test
  void aHoldThatIsBeingRepeatedIsNotTakenForAbandoned() {
    mortal.dieAt(1, false);
    assertThrows(InMemoryOrders.Died.class, () -> place(first));
    market.clock.advance(Duration.ofSeconds(60));
    market.locks.takeAgain(market.ticket, id, market.clock.instant());

    assertThrows(Refusal.class, () -> market.place(BOB));

    assertTrue(market.lock().isHeldBy(id));
    assertEquals(OrderStatus.CREATED, place(again).status());
  }

  @Test
  void whoeverLostTheHoldMeanwhileIsRefused() {
    mortal.dieAt(1, false);
    assertThrows(InMemoryOrders.Died.class, () -> place(first));
    market.clock.advance(Duration.ofSeconds(21));
    Order next = market.place(BOB);

    assertThrows(Refusal.class, () -> place(again));

    assertEquals(1, market.orders.all().size());
    assertEquals(next.id(), market.lock().orderId());
  }

  /** Another request does all of it while this one is between the lock and the order. */
  @Test
  void twoAtOnceMakeOneOrder() {
    Order order = interrupted(() -> place(again));

    assertEquals(id, order.id());
    assertEquals(1, market.orders.all().size());
    assertTrue(market.lock().isHeldBy(id));
    assertEquals(List.of("OrderCreated"), market.orders.told(id));
  }

  @Test
  void anOrderThatEndsWhileASlowRequestTriesToPlaceItStaysEnded() {
    Order order =
        interrupted(
            () -> {
              place(again);
              return market.cancelOrder.cancel(id, ALICE);
            });

    assertEquals(OrderStatus.CANCELLED, order.status());
    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  /** As a request does that has looked for the order before it was there. */
  @Test
  void aLockThatWasTakenForAnEndedOrderIsGivenBack() {
    place(first);
    market.cancelOrder.cancel(id, ALICE);
    Order order = place(first);

    assertEquals(OrderStatus.CANCELLED, order.status());
    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  private Order interrupted(Supplier<Order> other) {
    Order[] result = new Order[1];
    PlaceOrder slow =
        new PlaceOrder(
            interruptedAfterTaking(() -> result[0] = other.get()),
            market.orders,
            new Arrival(market.clock),
            new ReservationWindow(WINDOW),
            new LimitHolds(market.locks, ONE_TICKET, market.clock),
            finishOrder,
            market.releaseOrphanedLocks,
            market.clock);
    Order order = slow.place(market.ticket, ALICE, first);
    assertEquals(result[0].id(), order.id());
    return order;
  }

  private TicketLocks interruptedAfterTaking(Runnable meanwhile) {
    return (TicketLocks)
        java.lang.reflect.Proxy.newProxyInstance(
            TicketLocks.class.getClassLoader(),
            new Class<?>[] {TicketLocks.class},
            (proxy, method, arguments) -> {
              Object taken = method.invoke(market.locks, arguments);
              if (method.getName().equals("take")) {
                meanwhile.run();
              }
              return taken;
            });
  }
}
