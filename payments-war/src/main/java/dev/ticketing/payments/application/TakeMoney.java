package dev.ticketing.payments.application;

import dev.ticketing.payments.application.PaymentGateway.Capture;
import dev.ticketing.payments.application.PaymentGateway.Captured;
import dev.ticketing.payments.application.PaymentGateway.Refused;
import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.payments.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Has the money taken that was set aside for a payment, once orders awaits this payment. Should the
 * order have ended all the same, which a secured lock rules out, Stripe is asked where the money is
 * before anything is done with it.
 */
@ApplicationScoped
public class TakeMoney {

  private static final System.Logger LOG = System.getLogger(TakeMoney.class.getName());

  private PaymentRepository payments;
  private PaymentGateway gateway;
  private AskAPerson askAPerson;
  private Clock clock;

  /** For the container's proxy. */
  protected TakeMoney() {}

  @Inject
  public TakeMoney(
      PaymentRepository payments, PaymentGateway gateway, AskAPerson askAPerson, Clock clock) {
    this.payments = payments;
    this.gateway = gateway;
    this.askAPerson = askAPerson;
    this.clock = clock;
  }

  /**
   * @return the payment afterwards; still capturing when Stripe's answer is unknown
   */
  public Payment take(Payment payment, PayableOrder order) {
    if (order.isClosedTo(payment.id())) {
      return undo(payment, order);
    }
    return note(gateway.capture(payment), payment);
  }

  /**
   * Stripe has taken the money, as its books say. When the order has ended it is for the step to
   * undo that.
   *
   * @return the payment afterwards, unchanged when it knew
   */
  public Payment found(Captured captured, Payment payment, PayableOrder order) {
    return order.isClosedTo(payment.id()) ? payment : note(captured, payment);
  }

  private Payment note(Capture answer, Payment payment) {
    if (answer instanceof Captured captured) {
      if (captured.amount() == payment.amount().amount()) {
        return change(payment, Payment::capture);
      }
      askAPerson.about(
          Case.Kind.AMOUNT_DIFFERS,
          payment,
          payment.stripeId(),
          "Stripe took "
              + captured.amount()
              + " instead of "
              + payment.amount().amount()
              + "; it is given back");
      Failure wrong = Failure.declined("Another amount was charged; it is refunded");
      return change(payment, (found, now) -> found.refund(wrong, now));
    }
    if (answer instanceof Refused refused) {
      return change(payment, (found, now) -> found.fail(Failure.declined(refused.message()), now));
    }
    return postpone(payment);
  }

  private Payment undo(Payment payment, PayableOrder order) {
    error(payment, "its order is " + order.status() + " while the money is being taken");
    Standing standing = gateway.standingOf(payment);
    Failure ended = Failure.orderEnded(order.whyClosed());
    return switch (standing) {
      case HELD -> change(payment, (found, now) -> found.letGo(found.stripeId(), order, now));
      case CAPTURED -> change(payment, (found, now) -> found.refund(ended, now));
      case RELEASED -> change(payment, (found, now) -> found.fail(ended, now));
      case UNKNOWN -> postpone(payment);
    };
  }

  private Payment postpone(Payment payment) {
    return change(payment, (found, now) -> found.postpone(PaymentStatus.CAPTURING, now));
  }

  private static void error(Payment payment, String what) {
    LOG.log(System.Logger.Level.ERROR, "Payment " + payment.id() + ": " + what);
  }

  private Payment change(Payment payment, BiConsumer<Payment, Instant> change) {
    Instant now = clock.instant();
    return payments.change(payment.id(), found -> change.accept(found, now)).orElse(payment);
  }
}
