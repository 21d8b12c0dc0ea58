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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds what Stripe has in its books against what we have in ours, for one PaymentIntent, and acts
 * on the difference. Lost answers are noted and go on from there; money of payments that have ended
 * goes back; what neither side can have done by itself is for a person. Everything done here may be
 * done twice, or by two servers at once.
 */
@ApplicationScoped
public class ComparePayment {

  private static final int LOOKS = 3;

  private StripeBooks books;
  private PaymentRepository payments;
  private PayableOrders orders;
  private Authorize authorize;
  private TakeMoney takeMoney;
  private TakeStep takeStep;
  private AskAPerson askAPerson;
  private Clock clock;

  /** For the container's proxy. */
  protected ComparePayment() {}

  @Inject
  public ComparePayment(
      StripeBooks books,
      PaymentRepository payments,
      PayableOrders orders,
      Authorize authorize,
      TakeMoney takeMoney,
      TakeStep takeStep,
      AskAPerson askAPerson,
      Clock clock) {
    this.books = books;
    this.payments = payments;
    this.orders = orders;
    this.authorize = authorize;
    this.takeMoney = takeMoney;
    this.takeStep = takeStep;
    this.askAPerson = askAPerson;
    this.clock = clock;
  }

  /**
   * Compares a PaymentIntent as it is now.
   *
   * @throws StripeBooks.Unread when Stripe does not answer
   */
  public void compare(String intentId) {
    books.find(intentId).ifPresent(this::compare);
  }

  /**
   * Compares a PaymentIntent that may have changed since it was read; before anything is done it is
   * read again.
   *
   * @throws StripeBooks.Unread when Stripe does not answer
   */
  public void compare(Intent seen) {
    if (seen.paymentId() == null) {
      return;
    }
    Optional<Payment> payment = payments.find(seen.paymentId());
    if (payment.isEmpty()) {
      reportUnknown(seen);
    } else if (seen.disputed() || !Verdict.on(payment.get(), seen).isAgreement()) {
      compareAsTheyAreNow(payment.get(), seen.id());
    }
  }

  /** An intent is read between two readings of its payment: unless that changed, both fit. */
  private void compareAsTheyAreNow(Payment payment, String intentId) {
    Payment before = payment;
    for (int look = 0; look < LOOKS; look++) {
      Optional<Intent> intent = books.find(intentId);
      Payment after = payments.find(payment.id()).orElse(payment);
      if (intent.isEmpty()) {
        return;
      }
      if (after.version() == before.version()) {
        act(after, intent.get());
        return;
      }
      before = after;
    }
  }

  private void act(Payment payment, Intent intent) {
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
          .ifPresent(order -> act(verdict.next(), payment, intent, order));
    }
  }

  private void act(Verdict.Next next, Payment payment, Intent intent, PayableOrder order) {
    Instant now = clock.instant();
    AtomicBoolean begun = new AtomicBoolean(true);
    Payment after =
        switch (next) {
          case NOTHING -> payment;
          case NOTE_AUTHORIZED -> authorize.found(intent.id(), payment, order);
          case NOTE_CAPTURED -> takeMoney.found(new Captured(intent.received()), payment, order);
          case LET_GO -> {
            begun.set(false);
            yield payments
                .change(payment.id(), found -> begun.set(found.findHeld(intent.id(), now)))
                .orElse(payment);
          }
          case GIVE_BACK -> {
            begun.set(false);
            yield payments
                .change(payment.id(), found -> begun.set(found.findCaptured(intent.id(), now)))
                .orElse(payment);
          }
        };
    if (begun.get() && after.status() != payment.status()) {
      takeStep.of(after.id());
    }
  }

  private void reportUnknown(Intent intent) {
    if (intent.hasMoney()) {
      askAPerson.about(
          new Case(
              Case.Kind.UNKNOWN_PAYMENT,
              intent.id(),
              intent.paymentId(),
              null,
              "Stripe has money of a payment that does not exist here"));
    }
  }
}
