package dev.ticketing.payments.application;

import dev.ticketing.payments.application.PaymentGateway.Captured;
import dev.ticketing.payments.application.StripeBooks.Intent;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;

/**
 * Acts on a difference between a payment and its PaymentIntent. Lost answers are noted and go on
 * from there; money of payments that have ended goes back; what neither side can have done by
 * itself is for a person. Everything done here may be done twice, or by two servers at once.
 */
@ApplicationScoped
public class PutRight {

  private PaymentRepository payments;
  private PayableOrders orders;
  private Authorize authorize;
  private TakeMoney takeMoney;
  private TakeStep takeStep;
  private AskAPerson askAPerson;
  private Clock clock;

  /** For the container's proxy. */
  protected PutRight() {}

  @Inject
  public PutRight(
      PaymentRepository payments,
      PayableOrders orders,
      Authorize authorize,
      TakeMoney takeMoney,
      TakeStep takeStep,
      AskAPerson askAPerson,
      Clock clock) {
    this.payments = payments;
    this.orders = orders;
    this.authorize = authorize;
    this.takeMoney = takeMoney;
    this.takeStep = takeStep;
    this.askAPerson = askAPerson;
    this.clock = clock;
  }

  /**
   * @param intent as it is while the payment is as it is
   */
  public void putRight(Payment payment, Intent intent) {
    if (intent.disputed()) {
      askAPerson.about(Case.Kind.DISPUTE, payment, intent.id(), "The charge is disputed");
    }
    Verdict verdict = Verdict.on(payment, intent);
    verdict
        .caseKind()
        .ifPresent(kind -> askAPerson.about(kind, payment, intent.id(), verdict.seen()));
    if (verdict.next() != Verdict.Next.NOTHING) {
      orders
          .find(payment.orderId())
          .filter(
              order -> !(payment.status().isUnsuccessful() && order.isCompletedBy(payment.id())))
          .ifPresentOrElse(
              order -> act(verdict.next(), payment, intent, order),
              () -> reportContradiction(payment, intent));
    }
  }

  private void act(Verdict.Next next, Payment payment, Intent intent, PayableOrder order) {
    boolean begun =
        switch (next) {
          case NOTHING -> false;
          case NOTE_AUTHORIZED -> hasMoved(payment, authorize.found(intent.id(), payment, order));
          case NOTE_CAPTURED ->
              hasMoved(payment, takeMoney.found(new Captured(intent.received()), payment, order));
          case LET_GO -> begins(payment, (found, now) -> found.findHeld(intent.id(), now));
          case GIVE_BACK -> begins(payment, (found, now) -> found.findCaptured(intent.id(), now));
        };
    if (begun) {
      takeStep.of(payment.id());
    }
  }

  private static boolean hasMoved(Payment before, Payment after) {
    return after.status() != before.status();
  }

  private boolean begins(Payment payment, BiPredicate<Payment, Instant> step) {
    AtomicBoolean begun = new AtomicBoolean();
    Instant now = clock.instant();
    payments.change(payment.id(), found -> begun.set(step.test(found, now)));
    return begun.get();
  }

  /** The order is not known, or complete by a payment that says it took nothing. */
  private void reportContradiction(Payment payment, Intent intent) {
    askAPerson.about(
        Case.Kind.CONTRADICTION,
        payment,
        intent.id(),
        "Stripe has money of a payment that is " + payment.status() + ", unlike its order");
  }
}
