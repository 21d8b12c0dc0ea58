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

/** An order that nobody pays ends at its deadline. */
public final class UnpaidOrderIsWithinItsDeadline implements Rule {

  private final Duration bound;
  private final Clock clock;

  public UnpaidOrderIsWithinItsDeadline(Duration bound, Clock clock) {
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public Place subjects() {
    return Place.ORDERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document order, Batch batch) {
    Instant deadline = Documents.time(order, "expiresAt");
    return States.is(order, "CREATED") && clock.instant().isAfter(deadline.plus(bound))
        ? Violation.of("an end at " + deadline, States.ofOrder(order))
        : Optional.empty();
  }
}
