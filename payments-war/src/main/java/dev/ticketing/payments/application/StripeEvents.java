package dev.ticketing.payments.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The events that Stripe has sent, kept until they are worked off, and for a while after. */
public interface StripeEvents {

  /**
   * Keeps an event, to be due at once; one that is kept already stays as it is.
   *
   * @return whether it is new
   */
  boolean keep(StripeEvent event, Instant now);

  /**
   * Takes the turn at the event that is due the longest. Unless it is done with by then, it is due
   * again after a pause, which grows with every turn.
   */
  Optional<StripeEvent> take(Instant now);

  /** Nothing more is to come of this event. */
  void finish(String id);

  /** Forgets events that are done with and came before that time. */
  void forget(Instant cameBefore);

  /** How long an event is remembered after it came: longer than Stripe sends one again. */
  Duration MEMORY = Duration.ofDays(7);
}
