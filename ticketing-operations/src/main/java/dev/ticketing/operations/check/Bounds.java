package dev.ticketing.operations.check;

import java.time.Duration;

/**
 * How long something may take that has to come to an end.
 *
 * @param overdue how long after its deadline a lock or order may still be open
 * @param secured how long a lock may stay secured for a payment
 * @param underway how long a payment may wait for Stripe or for orders
 * @param unpublished how long an event may wait in its outbox
 */
public record Bounds(Duration overdue, Duration secured, Duration underway, Duration unpublished) {

  /** Of a marketplace that nobody uses now: everything has come to its end. */
  public static Bounds atRest() {
    return new Bounds(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }
}
