package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Nobody keeps a copy of an order that there is not. */
public final class CopyHasItsOrder implements Rule {

  private final Place place;

  public CopyHasItsOrder(Place place) {
    this.place = place;
  }

  @Override
  public Place subjects() {
    return place;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(place, Place.ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document copy, Batch batch) {
    return batch.sameIn(Place.ORDERS, copy).isPresent()
        ? Optional.empty()
        : Violation.of("an order", "none");
  }
}
