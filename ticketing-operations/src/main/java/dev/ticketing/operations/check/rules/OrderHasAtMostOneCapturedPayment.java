package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Nobody pays twice. */
public final class OrderHasAtMostOneCapturedPayment implements Rule {

  @Override
  public Place subjects() {
    return Place.ORDERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.ORDERS, Place.PAYMENTS);
  }

  @Override
  public Optional<Violation> examine(Document order, Batch batch) {
    List<String> captured =
        batch.naming(order, "orderId", Place.PAYMENTS).stream()
            .filter(payment -> States.is(payment, "CAPTURED"))
            .map(States::ofPayment)
            .toList();
    return captured.size() < 2
        ? Optional.empty()
        : Violation.of("at most one captured payment", String.join(", ", captured));
  }
}
