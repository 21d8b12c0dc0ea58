package dev.ticketing.orders.application;

import static dev.ticketing.orders.Marketplace.ALICE;
import static dev.ticketing.orders.Marketplace.BOB;
import static dev.ticketing.orders.Marketplace.WINDOW;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.InMemoryOrders;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of arbitrary lives: buyers, payments and the clock act in any order, early, late and
 * twice, and servers die in the middle. Whatever happens, the ticket is never sold twice.
 */
class RandomLivesTest {

  private static final int LIVES = 500;
  private static final int STEPS = 40;

  /** What Alice's requests reserve, and use again. */
  private static final String[] IDS = {Identifier.next(), Identifier.next(), Identifier.next()};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theInvariantsHoldAfterEveryStepOfEveryLife(long seed) {
    Random random = new Random(seed);
    for (int life = 0; life < LIVES; life++) {
      Marketplace market = new Marketplace();
      for (int step = 0; step < STEPS; step++) {
        act(market, random);
        check(market, "seed " + seed + ", life " + life + ", step " + step);
      }
    }
  }

  private static void act(Marketplace market, Random random) {
    if (random.nextInt(6) == 0) {
      market.orders.dieBeforeTheNextWrite();
    }
    List<Order> all = market.orders.all();
    Order order = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    String payment = "payment-" + random.nextInt(2);
    try {
      int turn = order == null ? 0 : random.nextInt(8);
      switch (turn) {
        case 0 -> market.place(random.nextBoolean() ? ALICE : BOB);
        case 1 -> market.place(ALICE, new ReservedId(IDS[random.nextInt(IDS.length)], true));
        case 2 -> market.cancelOrder.cancel(order.id(), order.userId());
        case 3 -> market.acceptPayment.authorized(order.id(), payment);
        case 4 -> captureAsPaymentsWould(market, order);
        case 5 -> market.acceptPayment.failed(order.id(), payment);
        case 6 -> {
          if (order.isOverdueAt(market.clock.instant())) {
            market.timeIsOver(order);
          }
        }
        default -> market.clock.advance(WINDOW.dividedBy(1 + random.nextInt(3)));
      }
    } catch (Refusal | InMemoryOrders.Died e) {
      // an answer like any other
    }
  }

  /** Money is only taken for an order that awaits this payment. */
  private static void captureAsPaymentsWould(Marketplace market, Order order) {
    if (order.paymentId() != null) {
      market.acceptPayment.captured(order.id(), order.paymentId());
    }
  }

  private static void check(Marketplace market, String when) {
    TicketLock lock = market.lock();
    long complete = count(market, OrderStatus.COMPLETE);
    assertTrue(complete <= 1, () -> complete + " orders complete: " + when);
    assertTrue(
        complete == 0 || lock.state() == TicketLock.State.SOLD,
        () -> "Complete but not sold: " + when);
    for (Order order : market.orders.all()) {
      boolean paying =
          order.status() == OrderStatus.AWAITING_PAYMENT || order.status() == OrderStatus.COMPLETE;
      assertTrue(
          !lock.isHeldBy(order.id()) || lock.deadline().equals(order.expiresAt()),
          () -> "Order and lock end at different times: " + when);
      assertTrue(
          !paying || lock.names(order.id()) || order.isOverdueAt(market.clock.instant()),
          () -> "Paid without the lock: " + when);
    }
    assertTrue(
        lock.state() != TicketLock.State.HELD || lock.deadline() != null,
        () -> "A hold without an end: " + when);
  }

  private static long count(Marketplace market, OrderStatus status) {
    return market.orders.all().stream().filter(order -> order.status() == status).count();
  }
}
