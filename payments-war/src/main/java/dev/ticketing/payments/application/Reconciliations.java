package dev.ticketing.payments.application;

import java.time.Instant;
import java.util.Optional;

/** When Stripe's books were last gone through to the end, on any server. */
public interface Reconciliations {

  /** When the last one that was finished had begun. */
  Optional<Instant> last();

  /** One that had begun at that time is finished; earlier times change nothing. */
  void add(Instant begun);
}
