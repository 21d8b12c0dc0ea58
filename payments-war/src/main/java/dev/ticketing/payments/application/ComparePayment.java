package dev.ticketing.payments.application;

import dev.ticketing.payments.application.StripeBooks.Intent;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Holds what Stripe has in its books against what we have in ours, for one PaymentIntent, and has
 * the difference put right. Where both seem to differ they are read again, at one moment.
 */
@ApplicationScoped
public class ComparePayment {

  private static final int LOOKS = 3;

  private StripeBooks books;
  private PaymentRepository payments;
  private PutRight putRight;
  private AskAPerson askAPerson;

  /** For the container's proxy. */
  protected ComparePayment() {}

  @Inject
  public ComparePayment(
      StripeBooks books, PaymentRepository payments, PutRight putRight, AskAPerson askAPerson) {
    this.books = books;
    this.payments = payments;
    this.putRight = putRight;
    this.askAPerson = askAPerson;
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
      if (after.version() == before.version()) {
        intent.ifPresent(now -> putRight.putRight(after, now));
        return;
      }
      before = after;
    }
    throw new StripeBooks.Unread("Payment " + payment.id() + " changes while it is compared");
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
