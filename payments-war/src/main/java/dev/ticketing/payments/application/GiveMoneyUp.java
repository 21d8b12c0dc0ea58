package dev.ticketing.payments.application;

import dev.ticketing.payments.application.PaymentGateway.AlreadyCaptured;
import dev.ticketing.payments.application.PaymentGateway.Cancellation;
import dev.ticketing.payments.application.PaymentGateway.Cancelled;
import dev.ticketing.payments.application.PaymentGateway.Refunded;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.payments.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Lets money go that was set aside for an order that ended. Giving back money that was taken is the
 * last safety net: a captured payment whose order does not complete is an error, and is logged.
 */
@ApplicationScoped
public class GiveMoneyUp {

  private static final System.Logger LOG = System.getLogger(GiveMoneyUp.class.getName());

  /** So many leases and answers that did not come: some minutes. */
  private static final int TRIES_BEFORE_A_PERSON_LOOKS = 12;

  private PaymentRepository payments;
  private PaymentGateway gateway;
  private AskAPerson askAPerson;
  private Clock clock;

  /** For the container's proxy. */
  protected GiveMoneyUp() {}

  @Inject
  public GiveMoneyUp(
      PaymentRepository payments, PaymentGateway gateway, AskAPerson askAPerson, Clock clock) {
    this.payments = payments;
    this.gateway = gateway;
    this.askAPerson = askAPerson;
    this.clock = clock;
  }

  /**
   * @return the payment afterwards; still cancelling when Stripe's answer is unknown
   */
  public Payment letGo(Payment payment) {
    Cancellation answer = gateway.cancel(payment);
    if (answer instanceof Cancelled) {
      return change(payment, Payment::cancel);
    }
    if (answer instanceof AlreadyCaptured) {
      return change(payment, (found, now) -> found.refund(found.failure(), now));
    }
    return postpone(payment, PaymentStatus.CANCELLING);
  }

  /**
   * @return the payment afterwards; still refunding when Stripe's answer is unknown
   */
  public Payment giveBack(Payment payment) {
    if (payment.attempts() == 0) {
      LOG.log(
          System.Logger.Level.ERROR,
          "Money of payment "
              + payment.id()
              + " was taken without a complete order "
              + payment.orderId()
              + " and is given back");
    }
    if (gateway.refund(payment) instanceof Refunded) {
      return change(payment, Payment::refunded);
    }
    if (payment.attempts() >= TRIES_BEFORE_A_PERSON_LOOKS) {
      askAPerson.about(
          Case.Kind.REFUND_STUCK,
          payment,
          payment.stripeId(),
          payment.amount().amount() + " should be given back, and Stripe has not done so");
    }
    return postpone(payment, PaymentStatus.REFUNDING);
  }

  private Payment postpone(Payment payment, PaymentStatus during) {
    return change(payment, (found, now) -> found.postpone(during, now));
  }

  private Payment change(Payment payment, BiConsumer<Payment, Instant> change) {
    Instant now = clock.instant();
    return payments.change(payment.id(), found -> change.accept(found, now)).orElse(payment);
  }
}
