package dev.ticketing.orders.application;

/**
 * How many tickets one buyer may have locked at a time, so that nobody can keep a whole event from
 * the others.
 *
 * @param most none or less: there is no limit
 */
public record HoldLimit(int most) {

  boolean isSet() {
    return most > 0;
  }

  boolean isExceededBy(long holds) {
    return isSet() && holds > most;
  }
}
