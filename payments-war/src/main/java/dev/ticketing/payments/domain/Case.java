package dev.ticketing.payments.domain;

/**
 * Something about money that only a person can decide. Nothing is done about it here; it is kept
 * until the person has dealt with it.
 *
 * @param intentId Stripe's PaymentIntent
 * @param paymentId ours, as Stripe names it; there may be no such payment
 * @param orderId null where it is not known
 * @param seen what was found, in one sentence; the same for as long as nothing changes
 */
public record Case(Kind kind, String intentId, String paymentId, String orderId, String seen) {

  /** What it is about. */
  public enum Kind {
    /** The buyer's bank disputes the charge. */
    DISPUTE,
    /** Another amount was taken than the order's price. */
    AMOUNT_DIFFERS,
    /** Somebody has given money back at Stripe for a ticket that stays sold. */
    REFUNDED_BY_HAND,
    /** Money that Stripe holds or has taken in the name of a payment that does not exist here. */
    UNKNOWN_PAYMENT,
    /** Money that Stripe holds or has taken a second time for the same payment. */
    SECOND_INTENT,
    /** Stripe does not give back what it should, however often it is asked. */
    REFUND_STUCK,
    /** What Stripe says cannot have come of what was asked of it. */
    CONTRADICTION
  }
}
