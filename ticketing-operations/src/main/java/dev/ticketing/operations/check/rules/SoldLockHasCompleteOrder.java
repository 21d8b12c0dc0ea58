package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A ticket is sold to somebody. */
public final class SoldLockHasCompleteOrder implements Rule {

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
    if (!"SOLD".equals(lock.getString("state"))) {
      return Optional.empty();
    }
    Document wanted =
        new Document("_id", lock.getString("orderId"))
            .append("status", "COMPLETE")
            .append("paymentId", lock.getString("paymentId"));
    String expected = States.ofOrder(wanted);
    String found = batch.named(lock, "orderId", Place.ORDERS).map(States::ofOrder).orElse("none");
    return expected.equals(found) ? Optional.empty() : Violation.of(expected, found);
  }
}
