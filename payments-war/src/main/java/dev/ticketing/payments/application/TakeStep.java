package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.payments.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes a payment from where it stands to where only others can take it further: to the end, or to
 * the point where orders decides. Whatever call to Stripe its state names is made, with the answer
 * written down, until no more is due. It may be cut off anywhere and begun again.
 */
@ApplicationScoped
public class TakeStep {

  private PaymentRepository payments;
  private PayableOrders orders;
  private Authorize authorize;
  private TakeMoney takeMoney;
  private GiveMoneyUp giveMoneyUp;
  private Settlements settlements;
  private Clock clock;

  /** For the container's proxy. */
  protected TakeStep() {}

  @Inject
  public TakeStep(
      PaymentRepository payments,
      PayableOrders orders,
      Authorize authorize,
      TakeMoney takeMoney,
      GiveMoneyUp giveMoneyUp,
      Settlements settlements,
      Clock clock) {
    this.payments = payments;
    this.orders = orders;
    this.authorize = authorize;
    this.takeMoney = takeMoney;
    this.giveMoneyUp = giveMoneyUp;
    this.settlements = settlements;
    this.clock = clock;
  }

  /** Goes on with a payment whose turn the caller has. */
  public void of(String paymentId) {
    payments
        .find(paymentId)
        .ifPresent(
            payment -> orders.find(payment.orderId()).ifPresent(order -> take(payment, order)));
  }

  /**
   * Goes on with a payment whose turn the caller has.
   *
   * @param order as it is known now
   */
  public void take(Payment payment, PayableOrder order) {
    Optional<Payment> turn = Optional.of(payment);
    PayableOrder known = order;
    while (turn.isPresent()) {
      Payment before = turn.get();
      Payment after = step(before, known);
      boolean answered = after.status() != before.status();
      if (!answered || after.status().isUnderway()) {
        turn = answered ? Optional.of(after) : Optional.empty();
      } else {
        known = orders.find(after.orderId()).orElse(known);
        turn = isToldAlready(after) ? Optional.empty() : begin(after.id(), known);
      }
      if (after.status().isUnsuccessful()) {
        orders.release(after.orderId(), after.id());
        settlements.wake(after.id());
      }
    }
  }

  /**
   * Lets a payment go where its order's state leads. Both sides look at the other after their own
   * write, so one of them sees what crossed; only one of them gets the turn.
   *
   * @return the payment, if a step with Stripe has begun by this and is the caller's to take
   */
  public Optional<Payment> begin(String paymentId, PayableOrder order) {
    if (!order.awaits(paymentId) && !order.isClosedTo(paymentId)) {
      return Optional.empty();
    }
    AtomicBoolean begun = new AtomicBoolean();
    Instant now = clock.instant();
    return payments
        .change(paymentId, payment -> begun.set(payment.follow(order, now)))
        .filter(payment -> begun.get());
  }

  private static boolean isToldAlready(Payment payment) {
    return payment.status() == PaymentStatus.FAILED || payment.status() == PaymentStatus.CANCELLED;
  }

  private Payment step(Payment payment, PayableOrder order) {
    return switch (payment.status()) {
      case REQUESTED -> authorize.authorize(payment, order);
      case CAPTURING -> takeMoney.take(payment, order);
      case CANCELLING -> giveMoneyUp.letGo(payment);
      case REFUNDING -> giveMoneyUp.giveBack(payment);
      case AUTHORIZED -> begin(payment.id(), order).orElseGet(() -> lookAgainLater(payment));
      case CAPTURED, FAILED, CANCELLED, REFUNDED -> payment;
    };
  }

  private Payment lookAgainLater(Payment payment) {
    return payments
        .change(payment.id(), found -> found.postpone(PaymentStatus.AUTHORIZED, clock.instant()))
        .filter(found -> found.status() == PaymentStatus.AUTHORIZED)
        .orElse(payment);
  }
}
