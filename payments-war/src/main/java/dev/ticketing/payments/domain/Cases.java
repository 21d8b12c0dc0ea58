package dev.ticketing.payments.domain;

import java.time.Instant;

/** The cases that wait for a person. */
public interface Cases {

  /**
   * Keeps a case, one for each kind and PaymentIntent, however often and by however many it is
   * found. One that was dealt with is opened again when something else is seen.
   *
   * @return whether this is news: found for the first time, or seen to have changed
   */
  boolean keep(Case found, Instant now);
}
