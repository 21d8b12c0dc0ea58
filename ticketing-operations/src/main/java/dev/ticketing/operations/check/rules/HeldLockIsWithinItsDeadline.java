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

/** An unpaid lock ends at its deadline. */
public final class HeldLockIsWithinItsDeadline implements Rule {

  private final Duration bound;
  private final Clock clock;

  public HeldLockIsWithinItsDeadline(Duration bound, Clock clock) {
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public Place subjects() {
    return Place.LOCKS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.LOCKS);
  }

  @Override
  public Optional<Violation> examine(Document lock, Batch batch) {
    Instant deadline = Documents.time(lock, "deadline");
    boolean open = "HELD".equals(lock.getString("state"));
    return open && clock.instant().isAfter(deadline.plus(bound))
        ? Violation.of("an end at " + deadline, States.ofLock(lock))
        : Optional.empty();
  }
}
