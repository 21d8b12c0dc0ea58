package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Payment;

/**
 * Stripe, as far as payments need it. Every call may be repeated: what was asked for a payment
 * before is answered as before, and never done twice. No call throws; an answer that did not come,
 * or that does not settle the matter, is {@link Unknown}.
 */
public interface PaymentGateway {

  /** What came of setting money aside. */
  sealed interface Authorization
      permits Authorized, Declined, InvalidToken, Unavailable, Absent, Unknown {}

  /** What came of taking money that was set aside. */
  sealed interface Capture permits Captured, Refused, Unknown {}

  /** What came of letting money go that was set aside. */
  sealed interface Cancellation permits Cancelled, AlreadyCaptured, Unknown {}

  /** What came of giving money back. */
  sealed interface Refunding permits Refunded, Unknown {}

  /**
   * @param stripeId the PaymentIntent by which to take the money or let it go
   */
  record Authorized(String stripeId) implements Authorization {}

  /**
   * @param message from the bank or Stripe, for the buyer
   */
  record Declined(String message) implements Authorization {}

  record InvalidToken(String message) implements Authorization {}

  /** Stripe does not accept our key: this call has done nothing. */
  record Unavailable() implements Authorization {}

  /** As far as Stripe's books tell, no money was set aside. */
  record Absent() implements Authorization {}

  /**
   * @param amount that was taken, in the smallest unit of the currency
   */
  record Captured(long amount) implements Capture {}

  /** The money cannot be taken, now or later, and is not set aside any more. */
  record Refused(String message) implements Capture {}

  record Cancelled() implements Cancellation {}

  record AlreadyCaptured() implements Cancellation {}

  record Refunded() implements Refunding {}

  /** It may have happened or not; asking again tells. */
  record Unknown() implements Authorization, Capture, Cancellation, Refunding {}

  /** Where the money of a payment is. */
  enum Standing {
    /** Set aside at the bank. */
    HELD,
    CAPTURED,
    /** Not set aside any more and not taken. */
    RELEASED,
    UNKNOWN
  }

  /** Whether there is a key to ask Stripe with. */
  boolean isConfigured();

  Authorization authorize(Payment payment);

  /**
   * Looks through Stripe's books for what has come of {@link #authorize} before, without asking for
   * the money again. A request that is still underway at Stripe may be {@link Absent}.
   */
  Authorization lookUp(Payment payment);

  Capture capture(Payment payment);

  Cancellation cancel(Payment payment);

  Refunding refund(Payment payment);

  Standing standingOf(Payment payment);
}
