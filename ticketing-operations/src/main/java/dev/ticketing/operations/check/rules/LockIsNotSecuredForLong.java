package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import dev.ticketing.operations.source.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A lock is secured only until Stripe has answered. */
public final class LockIsNotSecuredForLong implements Rule {

  private final Duration bound;
  private final Clock clock;

  public LockIsNotSecuredForLong(Duration bound, Clock clock) {
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public Place subjects() {
    return Place.LOCKS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.LOCKS, Place.ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document lock, Batch batch) {
    if (!"SECURED".equals(lock.getString("state"))) {
      return Optional.empty();
    }
    Instant limit = clock.instant().minus(bound);
    return batch
        .named(lock, "orderId", Place.ORDERS)
        .filter(order -> Documents.time(order, "updatedAt").isBefore(limit))
        .flatMap(
            order ->
                Violation.of(
                    "an end within " + bound,
                    States.ofLock(lock) + " since " + Documents.time(order, "updatedAt")));
  }
}
