package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.InvalidToken;
import dev.ticketing.payments.application.PaymentGateway.Refused;
import dev.ticketing.payments.application.PaymentGateway.Unavailable;
import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
import dev.ticketing.platform.aggregate.Identifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChargeOrderTest {

  private static final String STRANGER = "650000000000000000000009";

  private World world;

  @BeforeEach
  void anOrderThatWaitsForItsPayment() {
    world = new World();
    world.deliverOrders();
  }

  @Test
  void aPaymentTakesTheOrdersPriceToTheCentAndCompletesTheOrder() {
    CompletableFuture<Settlement> answer = world.charge();
    world.settle();

    Payment payment = answer.join().payment();
    assertTrue(answer.join().complete());
    assertEquals(PaymentStatus.CAPTURED, payment.status());
    assertEquals(1999, world.stripe.capturedAmount);
    assertEquals(new BigDecimal("19.99"), PaymentView.of(payment).amount());
    assertEquals(OrderStatus.COMPLETE, world.order.status());
  }

  @Test
  void theWishIsStoredBeforeStripeIsAsked() {
    world.charge();
    assertEquals(0, world.stripe.requests.get());
    assertEquals(PaymentStatus.REQUESTED, world.onlyPayment().status());
  }

  @Test
  void nothingIsTakenBeforeTheOrderAwaitsThisPayment() {
    world.charge();
    world.tasks.poll().run();
    assertEquals(PaymentStatus.AUTHORIZED, world.onlyPayment().status());
    world.pass(Duration.ofMinutes(2));
    world.resumePayments.run();
    while (!world.tasks.isEmpty()) {
      world.tasks.poll().run();
    }
    assertEquals(0, world.stripe.captures);
    assertEquals(PaymentStatus.AUTHORIZED, world.onlyPayment().status());
  }

  @Test
  void ofThreeChargesAtOnceOneGoesOnAndTheOthersNeverReachStripe() {
    world.charge();
    assertConflict("A payment of this order is in progress");
    assertConflict("A payment of this order is in progress");
    world.settle();
    assertEquals(1, world.stripe.captures);
    assertEquals(2, world.stripe.requests.get());
  }

  @Test
  void aChargeThatLosesTheClaimAfterItLookedGivesWayWithoutAnEvent() {
    CompletableFuture<Settlement> first = world.charge();
    Payment late =
        Payment.request(
            Identifier.next(),
            world.orders.find(OrdersModel.ID).orElseThrow(),
            "tok_visa",
            world.time.instant());
    world.payments.add(late);
    world.settle();
    world.resumeUntilQuiet();
    Payment loser = world.payments.find(late.id()).orElseThrow();
    assertEquals(PaymentStatus.FAILED, loser.status());
    assertTrue(loser.outbox().isEmpty());
    assertEquals(PaymentStatus.CAPTURED, first.join().payment().status());
    assertEquals(1, world.stripe.captures);
  }

  @Test
  void anOrderIsPaidOnlyOnce() {
    world.charge();
    world.settle();
    assertConflict("This order is already paid");
    assertEquals(1, world.payments.all().size());
  }

  @Test
  void aDeclinedCardLeavesTheOrderPayable() {
    world.stripe.bank = () -> new Declined("Your card was declined.");
    CompletableFuture<Settlement> answer = world.charge();
    world.settle();
    assertEquals(Failure.declined("Your card was declined."), answer.join().payment().failure());
    assertEquals(EventType.PaymentFailed, world.onlyPayment().outbox().get(0).type());

    world.stripe.bank = null;
    CompletableFuture<Settlement> again = world.charge();
    world.settle();
    assertEquals(PaymentStatus.CAPTURED, again.join().payment().status());
  }

  @Test
  void anUnknownTokenLeavesTheOrderPayable() {
    world.stripe.bank = () -> new InvalidToken("No such token");
    CompletableFuture<Settlement> answer = world.charge();
    world.settle();
    assertEquals(Failure.Kind.INVALID_TOKEN, answer.join().payment().failure().kind());
    assertEquals(PaymentStatus.REQUESTED, startAgain().status());
  }

  @Test
  void aKeyThatStripeRefusesFailsThePaymentAtOnce() {
    world.stripe.bank = Unavailable::new;
    CompletableFuture<Settlement> answer = world.charge();
    world.settle();
    assertEquals(Failure.Kind.UNAVAILABLE, answer.join().payment().failure().kind());
  }

  @Test
  void aKeyThatIsRefusedOnlyLaterSaysNothingAboutTheFirstRequest() {
    world.stripe.unreachable = 1;
    world.charge();
    world.settle();
    world.stripe.bank = Unavailable::new;
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.REQUESTED, world.onlyPayment().status());
  }

  @Test
  void aRefusedCaptureGivesTheOrderItsTimeBack() {
    world.stripe.refusal = () -> new Refused("expired");
    CompletableFuture<Settlement> answer = world.charge();
    world.settle();
    assertEquals(Failure.declined("expired"), answer.join().payment().failure());
    assertEquals(OrderStatus.CREATED, world.order.status());

    world.stripe.refusal = () -> null;
    world.charge();
    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    assertEquals(1, world.stripe.captures);
  }

  @Test
  void whenStripeIsAwayTheCallerHearsHowThePaymentStandsAndItGoesOn() {
    world.stripe.unreachable = 1;
    CompletableFuture<Settlement> answer = world.charge();
    world.settle();
    world.tick();
    assertFalse(answer.isDone());
    world.pass(ChargeOrder.LONGEST_WAIT);
    world.tick();
    assertFalse(answer.join().complete());
    assertEquals(PaymentStatus.REQUESTED, answer.join().payment().status());

    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.CAPTURED, world.onlyPayment().status());
  }

  @Test
  void whoComesWhenAllPlacesToWaitAreTakenHearsAtOnceHowThePaymentStands() {
    Instant later = World.NOON.plus(ChargeOrder.LONGEST_WAIT);
    for (int place = 0; place < Settlements.MOST_WAITING; place++) {
      world.settlements.await("payment " + place, later);
    }
    CompletableFuture<Settlement> answer = world.charge();

    assertTrue(answer.isDone());
    assertFalse(answer.join().complete());
    assertEquals(PaymentStatus.REQUESTED, answer.join().payment().status());

    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
  }

  @Test
  void whatEndedOnAnotherServerIsSeenByLookingAgain() {
    CompletableFuture<Settlement> answer = world.charge();
    List<Runnable> looks = List.copyOf(world.timers);
    world.settleElsewhere();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    assertFalse(answer.isDone());
    looks.forEach(Runnable::run);
    world.settle();
    assertTrue(answer.join().complete());
  }

  @Test
  void onlyTheBuyerCanPay() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> world.chargeOrder.charge(STRANGER, OrdersModel.ID, "tok_visa"));
    assertEquals(Refusal.Reason.FORBIDDEN, refusal.reason());
  }

  @Test
  void anOldOrderThatIsNotHereDoesNotExist() {
    String old = Identifier.firstAt(Instant.parse("2020-01-01T00:00:00Z"));
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> world.chargeOrder.charge(OrdersModel.BUYER, old, "tok_visa"));
    assertEquals(Refusal.Reason.NOT_FOUND, refusal.reason());
  }

  @Test
  void aCancelledOrderCannotBePaid() {
    world.order.cancel();
    world.deliverOrders();
    assertConflict("This order was cancelled");
  }

  @Test
  void anExpiredOrderCannotBePaid() {
    world.order.expire();
    world.deliverOrders();
    assertConflict("This order has expired");
  }

  @Test
  void theDeadlineCountsBeforeItsEventArrives() {
    world.pass(World.WINDOW);
    assertConflict("This order has expired");
    assertTrue(world.payments.all().isEmpty());
  }

  @Test
  void withoutAKeyNobodyIsCharged() {
    world.stripe.configured = false;
    Refusal refusal = assertThrows(Refusal.class, () -> world.charge());
    assertEquals(Refusal.Reason.OVERLOADED, refusal.reason());
    assertTrue(world.payments.all().isEmpty());
  }

  private Payment startAgain() {
    world.stripe.bank = null;
    world.charge();
    return world.payments.all().get(1);
  }

  private void assertConflict(String message) {
    Refusal refusal = assertThrows(Refusal.class, () -> world.charge());
    assertEquals(Refusal.Reason.CONFLICT, refusal.reason());
    assertEquals(message, refusal.getMessage());
  }
}
