package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** An event reaches the broker soon after the change that caused it. */
public final class OutboxIsPublishedSoon implements Rule {

  private final Place place;
  private final Duration bound;
  private final Clock clock;

  public OutboxIsPublishedSoon(Place place, Duration bound, Clock clock) {
    this.place = place;
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public Place subjects() {
    return place;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(place);
  }

  @Override
  public Optional<Violation> examine(Document aggregate, Batch batch) {
    String mark = aggregate.getString("outboxMark");
    if (mark == null) {
      return aggregate.get("outbox") == null
          ? Optional.empty()
          : Violation.of("a mark on the outbox", "events without one, which nobody will find");
    }
    Instant since = Instant.ofEpochSecond(Long.parseLong(mark.substring(0, 8), 16));
    return since.isBefore(clock.instant().minus(bound))
        ? Violation.of("nothing unpublished for " + bound, "event " + mark + " of " + since)
        : Optional.empty();
  }
}
