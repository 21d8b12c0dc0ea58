package dev.ticketing.payments.domain;

/**
 * Why a payment took no money.
 *
 * @param message for the buyer
 */
public record Failure(Kind kind, String message) {

  /** Who or what stood against it. */
  public enum Kind {
    /** The bank, or Stripe on its behalf, said no. */
    DECLINED,
    /** Stripe does not know the token, or it was used before. */
    INVALID_TOKEN,
    /** Another payment of the same order was faster. */
    SUPERSEDED,
    /** The order ended before the money was taken. */
    ORDER_ENDED,
    /** Stripe does not accept our key. */
    UNAVAILABLE
  }

  public static Failure declined(String message) {
    return new Failure(Kind.DECLINED, message);
  }

  public static Failure invalidToken(String message) {
    return new Failure(Kind.INVALID_TOKEN, message);
  }

  public static Failure superseded() {
    return new Failure(Kind.SUPERSEDED, "Another payment of this order is in progress");
  }

  public static Failure orderEnded(String message) {
    return new Failure(Kind.ORDER_ENDED, message);
  }

  public static Failure unavailable() {
    return new Failure(Kind.UNAVAILABLE, "Payments are not available at the moment");
  }
}
