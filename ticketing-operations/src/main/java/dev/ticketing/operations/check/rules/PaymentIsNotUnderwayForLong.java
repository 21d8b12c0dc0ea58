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

/** A payment ends, with the money or without. */
public final class PaymentIsNotUnderwayForLong implements Rule {

  private final Duration bound;
  private final Clock clock;

  public PaymentIsNotUnderwayForLong(Duration bound, Clock clock) {
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public Place subjects() {
    return Place.PAYMENTS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.PAYMENTS);
  }

  @Override
  public Optional<Violation> examine(Document payment, Batch batch) {
    Instant since = Documents.time(payment, "updatedAt");
    return States.isUnderway(payment) && since.isBefore(clock.instant().minus(bound))
        ? Violation.of("an end within " + bound, States.ofPayment(payment) + " since " + since)
        : Optional.empty();
  }
}
