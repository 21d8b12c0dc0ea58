package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Orders are made of what the seller says about the ticket now. */
public final class LockShowsItsListing implements Rule {

  @Override
  public Place subjects() {
    return Place.LISTINGS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.LISTINGS, Place.LOCKS);
  }

  @Override
  public Optional<Violation> examine(Document listing, Batch batch) {
    Optional<Document> lock = batch.sameIn(Place.LOCKS, listing);
    if (lock.isEmpty()) {
      return Violation.of("a lock", "none");
    }
    Differences differences =
        new Differences()
            .same("title", listing.getString("title"), lock.get().getString("title"))
            .same("price", listing.getLong("price"), lock.get().getLong("price"))
            .same("currency", listing.getString("currency"), lock.get().getString("currency"))
            .same("seller", listing.getString("userId"), lock.get().getString("sellerId"));
    if (!States.is(listing, "SOLD")) {
      differences.same(
          "withdrawn", States.is(listing, "WITHDRAWN"), lock.get().getBoolean("withdrawn", false));
    }
    long known = lock.get().getLong("version");
    differences.same("version not from the future", true, known <= listing.getLong("version"));
    return differences.violation();
  }
}
