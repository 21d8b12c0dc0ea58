package dev.ticketing.payments.domain;

import java.time.Duration;

/** How long a step with Stripe may take, and how long to wait before it is tried again. */
public final class Patience {

  /** Longer than the longest call to Stripe: after it, whoever made the call is gone. */
  public static final Duration LEASE = Duration.ofSeconds(12);

  /** How often an authorised payment looks whether it has missed what orders decided. */
  static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private Patience() {}

  /** Grows from a second on with every turn that told nothing, up to a minute. */
  public static Duration after(int attempts) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
