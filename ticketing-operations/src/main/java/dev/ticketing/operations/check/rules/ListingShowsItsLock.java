package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A ticket is shown as reserved or sold while it is, and for the order that has it. */
public final class ListingShowsItsLock implements Rule {

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
    return batch.sameIn(Place.LOCKS, listing).flatMap(lock -> compare(listing, lock));
  }

  private static Optional<Violation> compare(Document listing, Document lock) {
    String status = listing.getString("status");
    boolean taken = !"FREE".equals(lock.getString("state"));
    boolean withdrawn = "WITHDRAWN".equals(status) && !"SOLD".equals(lock.getString("state"));
    String order = taken ? lock.getString("orderId") : null;
    return new Differences()
        .same("status", withdrawn ? status : statusOf(lock), status)
        .same(
            "order", withdrawn ? listing.getString("orderId") : order, listing.getString("orderId"))
        .violation();
  }

  private static String statusOf(Document lock) {
    return switch (lock.getString("state")) {
      case "FREE" -> "AVAILABLE";
      case "SOLD" -> "SOLD";
      default -> "RESERVED";
    };
  }
}
