package dev.ticketing.payments.domain;

import java.util.Locale;

/** Where a payment stands. */
public enum PaymentStatus {
  /** Wanted; whether Stripe has set the money aside is not known yet. */
  REQUESTED,
  /** The money is set aside; orders decides what becomes of it. */
  AUTHORIZED,
  /** Orders wants the money; whether Stripe has taken it is not known yet. */
  CAPTURING,
  CAPTURED,
  FAILED,
  /** The money is to be let go; whether Stripe has done so is not known yet. */
  CANCELLING,
  CANCELLED,
  /** Taken for an order that ended otherwise; whether Stripe has given it back is not known yet. */
  REFUNDING,
  REFUNDED;

  /** The name that clients see. */
  public String publicName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a call to Stripe is due that only its answer ends. */
  public boolean isUnderway() {
    return this == REQUESTED || this == CAPTURING || this == CANCELLING || this == REFUNDING;
  }

  /** Whether it ended without money for the seller. */
  public boolean isUnsuccessful() {
    return this == FAILED || this == CANCELLED || this == REFUNDED;
  }
}
