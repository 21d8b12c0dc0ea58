package dev.ticketing.orders.application;

import static dev.ticketing.orders.Marketplace.ALICE;
import static dev.ticketing.orders.Marketplace.BOB;
import static dev.ticketing.orders.Marketplace.PRICE;
import static dev.ticketing.orders.Marketplace.WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.InMemoryOrders;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndOfAnOrderTest {

  private static final String PAYMENT = "6b0100000000000000000001";

  private final Marketplace market = new Marketplace();
  private final Order order = market.place(ALICE);

  @Test
  void aCancelGivesTheTicketBackAtOnce() {
    market.cancelOrder.cancel(order.id(), ALICE);

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
    assertEquals(OrderStatus.CREATED, market.place(BOB).status());
  }

  @Test
  void aRepeatedCancelTellsNothingNewAndLeavesTheNextBuyerAlone() {
    market.cancelOrder.cancel(order.id(), ALICE);
    Order next = market.place(BOB);
    market.cancelOrder.cancel(order.id(), ALICE);

    assertEquals(List.of("OrderCreated", "OrderCancelled"), market.orders.told(order.id()));
    assertEquals(next.id(), market.lock().orderId());
  }

  @Test
  void nobodyCancelsTheOrderOfAnother() {
    Refusal refusal = assertThrows(Refusal.class, () -> market.cancelOrder.cancel(order.id(), BOB));

    assertEquals(Refusal.Reason.FORBIDDEN, refusal.reason());
    assertEquals(TicketLock.State.HELD, market.lock().state());
  }

  @Test
  void theDeadlineGivesTheTicketBack() {
    market.clock.advance(WINDOW);
    market.timeIsOver(order);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  @Test
  void theClockOfTheDeadlineCountsWhereOursIsBehind() {
    market.clock.advance(WINDOW.minusMillis(5));
    market.timeIsOver(order);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
  }

  @Test
  void aDeadlineThatComesTwiceTellsNothingNewAndLeavesTheNextBuyerAlone() {
    market.clock.advance(WINDOW);
    market.timeIsOver(order);
    Order next = market.place(BOB);
    market.timeIsOver(order);

    assertEquals(List.of("OrderCreated", "OrderExpired"), market.orders.told(order.id()));
    assertEquals(next.id(), market.lock().orderId());
  }

  @Test
  void anExpiredOrderCannotBeCancelled() {
    market.clock.advance(WINDOW);
    market.timeIsOver(order);

    assertConflict(() -> market.cancelOrder.cancel(order.id(), ALICE));
  }

  @Test
  void anOrderBeingPaidCanNeitherBeCancelledNorExpireNorBeTakenOver() {
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.clock.advance(WINDOW.plusHours(1));
    market.timeIsOver(order);

    assertConflict(() -> market.cancelOrder.cancel(order.id(), ALICE));
    assertConflict(() -> market.place(BOB));
    assertEquals(OrderStatus.AWAITING_PAYMENT, market.statusOf(order));
  }

  @Test
  void aCompleteOrderCanNeitherBeCancelledNorExpireAndItsTicketIsSoldForEver() {
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.acceptPayment.captured(order.id(), PAYMENT);
    market.clock.advance(WINDOW.plusHours(1));
    market.timeIsOver(order);

    assertConflict(() -> market.cancelOrder.cancel(order.id(), ALICE));
    assertConflict(() -> market.place(BOB));
    assertEquals(OrderStatus.COMPLETE, market.statusOf(order));
    assertEquals(
        List.of("OrderCreated", "OrderAwaitingPayment", "OrderCompleted"),
        market.orders.told(order.id()));
  }

  @Test
  void aPaymentThatComesAfterTheDeadlineDoesNotGetTheTicket() {
    market.clock.advance(WINDOW);
    market.acceptPayment.authorized(order.id(), PAYMENT);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
    assertEquals(TicketLock.State.FREE, market.lock().state());
  }

  @Test
  void aPaymentThatComesAfterTheNextBuyerDoesNotDisturbHim() {
    market.clock.advance(WINDOW);
    Order next = market.place(BOB);
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.acceptPayment.captured(order.id(), PAYMENT);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
    assertEquals(OrderStatus.CREATED, market.statusOf(next));
    assertEquals(next.id(), market.lock().orderId());
  }

  @Test
  void aCaptureThatFailsInTimeGivesTheBuyerTheRestOfTheTime() {
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.acceptPayment.failed(order.id(), PAYMENT);

    assertEquals(OrderStatus.CREATED, market.statusOf(order));
    assertEquals(TicketLock.State.HELD, market.lock().state());
    market.clock.advance(WINDOW);
    market.timeIsOver(order);
    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
  }

  @Test
  void aCaptureThatFailsAfterTheDeadlineExpiresTheOrder() {
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.clock.advance(WINDOW.plusSeconds(1));
    market.acceptPayment.failed(order.id(), PAYMENT);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
    assertEquals(OrderStatus.CREATED, market.place(BOB).status());
  }

  @Test
  void theFailureOfAnotherPaymentChangesNothing() {
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.acceptPayment.failed(order.id(), "6b0100000000000000000002");
    market.acceptPayment.authorized(order.id(), "6b0100000000000000000002");
    market.acceptPayment.captured(order.id(), "6b0100000000000000000002");

    assertEquals(OrderStatus.AWAITING_PAYMENT, market.statusOf(order));
    assertEquals(PAYMENT, market.lock().paymentId());
  }

  @Test
  void aTicketWithdrawnInTheMomentItWasOrderedTakesTheUnpaidOrderWithIt() {
    market.followTicket.follow(new TicketEvent.TicketDeleted(market.listing(PRICE)), 1);

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
  }

  @Test
  void aTicketWithdrawnWhileItIsBeingPaidIsStillSold() {
    market.acceptPayment.authorized(order.id(), PAYMENT);
    market.followTicket.follow(new TicketEvent.TicketDeleted(market.listing(PRICE)), 1);
    market.acceptPayment.captured(order.id(), PAYMENT);

    assertEquals(OrderStatus.COMPLETE, market.statusOf(order));
  }

  @Test
  void aCancelWhoseServerDiedHalfwayIsFinishedWhenTheBuyerAsksAgain() {
    dieDuring(() -> market.cancelOrder.cancel(order.id(), ALICE));

    market.cancelOrder.cancel(order.id(), ALICE);

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
  }

  @Test
  void aCancelWhoseServerDiedHalfwayIsFinishedWhenAServerStarts() {
    dieDuring(() -> market.cancelOrder.cancel(order.id(), ALICE));
    market.clock.advance(Duration.ofSeconds(11));

    market.finishInterrupted.run();

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
  }

  @Test
  void aCancelThatWasTooYoungAtTheStartIsFinishedByTheSecondLook() {
    dieDuring(() -> market.cancelOrder.cancel(order.id(), ALICE));
    market.clock.advance(Duration.ofSeconds(5));
    market.finishInterrupted.run();
    assertEquals(OrderStatus.CREATED, market.statusOf(order));
    market.clock.advance(Duration.ofSeconds(20));

    market.finishInterrupted.run();

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
  }

  @Test
  void aCancelThatTheStoreCutOffIsFinishedSoonThoughNobodyAsks() {
    dieDuring(() -> market.cancelOrder.cancel(order.id(), ALICE));
    market.clock.advance(Duration.ofSeconds(5));

    market.finishInterrupted.runDoubtful();

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
  }

  @Test
  void aDoubtfulOrderWaitsUntilTheStoreIsBack() {
    dieDuring(() -> market.cancelOrder.cancel(order.id(), ALICE));
    market.clock.advance(Duration.ofSeconds(5));
    dieDuring(market.finishInterrupted::runDoubtful);

    market.finishInterrupted.runDoubtful();

    assertEquals(OrderStatus.CANCELLED, market.statusOf(order));
  }

  @Test
  void aStartLeavesOrdersAloneThatHoldTheirTicket() {
    market.clock.advance(Duration.ofSeconds(11));

    market.finishInterrupted.run();

    assertEquals(OrderStatus.CREATED, market.statusOf(order));
  }

  @Test
  void aTakeoverWhoseServerDiedHalfwayIsFinishedByTheClock() {
    market.clock.advance(WINDOW);
    dieDuring(() -> market.place(BOB));

    market.timeIsOver(order);

    assertEquals(OrderStatus.EXPIRED, market.statusOf(order));
  }

  @Test
  void everyEventOfAPaymentCanComeAgainAfterAServerDiedInIt() {
    dieDuring(() -> market.acceptPayment.authorized(order.id(), PAYMENT));
    market.acceptPayment.authorized(order.id(), PAYMENT);
    assertEquals(OrderStatus.AWAITING_PAYMENT, market.statusOf(order));

    dieDuring(() -> market.acceptPayment.failed(order.id(), PAYMENT));
    market.acceptPayment.failed(order.id(), PAYMENT);
    assertEquals(OrderStatus.CREATED, market.statusOf(order));

    market.acceptPayment.authorized(order.id(), PAYMENT);
    dieDuring(() -> market.acceptPayment.captured(order.id(), PAYMENT));
    market.acceptPayment.captured(order.id(), PAYMENT);
    assertEquals(OrderStatus.COMPLETE, market.statusOf(order));
  }

  private void dieDuring(Runnable step) {
    market.orders.dieBeforeTheNextWrite();
    assertThrows(InMemoryOrders.Died.class, step::run);
  }

  private static void assertConflict(Runnable step) {
    assertEquals(Refusal.Reason.CONFLICT, assertThrows(Refusal.class, step::run).reason());
  }
}
