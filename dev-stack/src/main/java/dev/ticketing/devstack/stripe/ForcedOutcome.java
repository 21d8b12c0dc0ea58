package dev.ticketing.devstack.stripe;

/** What a switch makes of a payment attempt, whatever its card would do. */
record ForcedOutcome(CardDecline decline, boolean processing) {
  static final ForcedOutcome NONE = new ForcedOutcome(null, false);
}
