package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** There is no lock without a ticket. */
public final class LockHasItsListing implements Rule {

  @Override
  public Place subjects() {
    return Place.LOCKS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.LOCKS, Place.LISTINGS);
  }

  @Override
  public Optional<Violation> examine(Document lock, Batch batch) {
    return batch.sameIn(Place.LISTINGS, lock).isPresent()
        ? Optional.empty()
        : Violation.of("a listing", "none, " + States.ofLock(lock));
  }
}
