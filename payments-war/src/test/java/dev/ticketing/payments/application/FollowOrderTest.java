package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowOrderTest {

  private World world;

  @BeforeEach
  void anOrderThatWaitsForItsPayment() {
    world = new World();
    world.deliverOrders();
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "EXPIRED"})
  void anAuthorisedPaymentWhoseOrderEndsLetsTheMoneyGo(OrderStatus end) {
    authorize();
    endAs(end);
    world.settle();
    assertEquals(PaymentStatus.CANCELLED, world.onlyPayment().status());
    assertEquals(0, world.stripe.held());
    assertEquals(0, world.stripe.captures);
    assertEquals(EventType.PaymentFailed, lastEvent(world.onlyPayment()));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "EXPIRED"})
  void anAuthorisationThatCrossesTheEndOfItsOrderIsLetGo(OrderStatus end) {
    world.stripe.beforeAnswer =
        () -> {
          endAs(end);
          world.deliverOrders();
        };
    world.charge();
    world.settle();
    assertEquals(PaymentStatus.CANCELLED, world.onlyPayment().status());
    assertEquals(0, world.stripe.held());
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "EXPIRED"})
  void aRequestedPaymentWhoseOrderEndedIsFoundAtStripeAndLetGo(OrderStatus end) {
    world.stripe.lostAnswers = 1;
    world.charge();
    world.tasks.poll().run();
    assertEquals(1, world.stripe.held());
    endAs(end);
    world.settle();
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.CANCELLED, world.onlyPayment().status());
    assertEquals(0, world.stripe.held());
    assertTrue(
        world.onlyPayment().outbox().stream()
            .noneMatch(event -> event.type() == EventType.PaymentAuthorized));
  }

  @Test
  void aPaymentThatHasFailedStaysFailedWhenItsOrderEnds() {
    world.stripe.bank = () -> new PaymentGateway.Declined("no");
    world.charge();
    world.settle();
    world.order.cancel();
    world.settle();
    assertEquals(PaymentStatus.FAILED, world.onlyPayment().status());
    assertEquals(1, world.onlyPayment().outbox().size());
  }

  @Test
  void moneyThatWasNotTakenYetWhenItsOrderEndedIsNotTakenAnyMore() {
    authorize();
    world.stripe.unreachable = 1;
    world.settle();
    assertEquals(PaymentStatus.CAPTURING, world.onlyPayment().status());
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.CANCELLED, world.onlyPayment().status());
    assertEquals(0, world.stripe.captures);
    assertEquals(0, world.stripe.held());
  }

  @Test
  void whileTheMoneyIsBeingTakenStripeIsAskedBeforeAnythingIsUndone() {
    authorize();
    world.stripe.lostAnswers = 1;
    world.settle();
    assertEquals(1, world.stripe.captures);
    assertEquals(PaymentStatus.CAPTURING, world.onlyPayment().status());
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.REFUNDED, world.onlyPayment().status());
    assertEquals(1, world.stripe.refunds);
  }

  @Test
  void moneyThatWasTakenForAnOrderThatEndedIsGivenBack() {
    world.charge();
    world.settle();
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    assertEquals(PaymentStatus.REFUNDED, world.onlyPayment().status());
    assertEquals(1, world.stripe.refunds);
    assertEquals(EventType.ChargeRefunded, lastEvent(world.onlyPayment()));
  }

  @Test
  void eventsThatComeAgainOrLateChangeNothing() {
    world.charge();
    world.settle();
    Payment before = world.onlyPayment();
    List<OrdersModel.News> all = List.copyOf(world.order.log);
    for (int i = all.size() - 1; i >= 0; i--) {
      world.followOrder.follow(all.get(i).event(), all.get(i).version());
      world.settle();
    }
    assertEquals(before.status(), world.onlyPayment().status());
    assertEquals(before.outbox(), world.onlyPayment().outbox());
    assertEquals(OrderStatus.COMPLETE, world.orders.find(OrdersModel.ID).orElseThrow().status());
    assertEquals(1, world.stripe.captures);
  }

  @Test
  void anEventThatWasCutOffAfterTheCopyWasWrittenStillHasItsEffectTheSecondTime() {
    authorize();
    world.payments.publish().forEach(event -> world.order.hear(event.data()));
    OrdersModel.News awaiting = world.order.log.get(1);
    world.orders.keep(awaiting.event(), awaiting.version());
    world.settle();
    assertEquals(1, world.stripe.captures);
  }

  @Test
  void aPaymentThatFailedAnswersAgainWhenItsOrderWaitsForItAfterAll() {
    world.stripe.refusal = () -> new PaymentGateway.Refused("gone");
    world.charge();
    world.settle();
    assertEquals(OrderStatus.CREATED, world.order.status());
    Envelope<?> authorized = world.onlyPayment().outbox().get(0);
    world.order.hear(authorized.data());
    assertEquals(OrderStatus.AWAITING_PAYMENT, world.order.status());
    world.settle();
    assertEquals(OrderStatus.CREATED, world.order.status());
    assertEquals(0, world.stripe.captures);
  }

  @Test
  void anOrderThatAwaitsAnotherPaymentCannotBePaid() {
    world.order.hear(
        new dev.ticketing.contracts.event.PaymentEvent.PaymentAuthorized(
            new dev.ticketing.contracts.event.PaymentEvent.Payment(
                "65000000000000000000000a",
                OrdersModel.ID,
                OrdersModel.BUYER,
                OrdersModel.PRICE,
                "pi_1",
                null)));
    world.deliverOrders();
    Refusal refusal = assertThrows(Refusal.class, () -> world.charge());
    assertEquals("A payment of this order is in progress", refusal.getMessage());
  }

  private void authorize() {
    world.charge();
    world.tasks.poll().run();
    assertEquals(PaymentStatus.AUTHORIZED, world.onlyPayment().status());
  }

  private void endAs(OrderStatus end) {
    if (end == OrderStatus.CANCELLED) {
      world.order.cancel();
    } else {
      world.order.expire();
    }
  }

  private static EventType lastEvent(Payment payment) {
    List<Envelope<?>> events = payment.outbox();
    return events.get(events.size() - 1).type();
  }
}
