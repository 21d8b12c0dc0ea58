package dev.ticketing.payments.application;

import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.application.StripeBooks.Intent;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Payment;
import java.util.Optional;

/**
 * What a payment and its PaymentIntent say of each other, both as they were at one moment. A step
 * that is still being taken will find out by itself; this is about what no step would.
 *
 * @param next what to do, if anything
 * @param problem what a person has to decide, or null
 * @param seen the problem in one sentence, or null
 */
record Verdict(Next next, Case.Kind problem, String seen) {

  /** What to do about it. */
  enum Next {
    NOTHING,
    /** Our question was answered though the answer got lost: the money is set aside. */
    NOTE_AUTHORIZED,
    /** Our question was answered though the answer got lost: the money is taken. */
    NOTE_CAPTURED,
    /** The payment has ended without, and yet the money is set aside. */
    LET_GO,
    /** The payment has ended without, and yet the money was taken. */
    GIVE_BACK
  }

  private static final Verdict AGREE = new Verdict(Next.NOTHING, null, null);

  boolean isAgreement() {
    return equals(AGREE);
  }

  Optional<Case.Kind> caseKind() {
    return Optional.ofNullable(problem);
  }

  static Verdict on(Payment payment, Intent intent) {
    boolean ended = payment.status().isUnsuccessful();
    String known = payment.stripeId();
    if (known != null && !known.equals(intent.id()) && !ended) {
      return intent.hasMoney()
          ? problem(Case.Kind.SECOND_INTENT, "The payment goes by " + known + " already")
          : AGREE;
    }
    return switch (payment.status()) {
      case REQUESTED -> isHeldOrTaken(intent) ? to(Next.NOTE_AUTHORIZED) : AGREE;
      case CAPTURING -> isTaken(intent) ? to(Next.NOTE_CAPTURED) : AGREE;
      case AUTHORIZED, CANCELLING, REFUNDING -> AGREE;
      case CAPTURED -> onCaptured(payment, intent);
      case FAILED, CANCELLED -> onEnded(intent);
      case REFUNDED ->
          intent.hasMoney()
              ? problem(Case.Kind.CONTRADICTION, "Given back here, but not at Stripe")
              : AGREE;
    };
  }

  private static Verdict onCaptured(Payment payment, Intent intent) {
    long price = payment.amount().amount();
    if (intent.standing() == Standing.HELD || intent.standing() == Standing.RELEASED) {
      return problem(Case.Kind.CONTRADICTION, "Taken here, but not at Stripe");
    }
    if (intent.standing() == Standing.CAPTURED && intent.received() != price) {
      return problem(
          Case.Kind.AMOUNT_DIFFERS, "Stripe took " + intent.received() + " instead of " + price);
    }
    return intent.refunded() == 0
        ? AGREE
        : problem(
            Case.Kind.REFUNDED_BY_HAND,
            intent.refunded() + " of " + price + " were given back for a complete order");
  }

  private static Verdict onEnded(Intent intent) {
    if (!intent.hasMoney()) {
      return AGREE;
    }
    return to(isTaken(intent) ? Next.GIVE_BACK : Next.LET_GO);
  }

  private static boolean isTaken(Intent intent) {
    return intent.standing() == Standing.CAPTURED;
  }

  private static boolean isHeldOrTaken(Intent intent) {
    return intent.standing() == Standing.HELD || isTaken(intent);
  }

  private static Verdict to(Next next) {
    return new Verdict(next, null, null);
  }

  private static Verdict problem(Case.Kind kind, String seen) {
    return new Verdict(Next.NOTHING, kind, seen);
  }
}
