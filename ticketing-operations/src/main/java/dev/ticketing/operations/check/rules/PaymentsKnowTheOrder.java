package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** The copy of an order that payments keep says what the order says. */
public final class PaymentsKnowTheOrder implements Rule {

  private static final Map<String, String> COPIED =
      new TreeMap<>(
          Map.of(
              "version", "version",
              "status", "status",
              "userId", "userId",
              "sellerId", "sellerId",
              "ticketId", "ticketId",
              "hold", "hold",
              "price", "amount",
              "currency", "currency",
              "expiresAt", "expiresAt",
              "paymentId", "paymentId"));

  @Override
  public Place subjects() {
    return Place.ORDERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.ORDERS, Place.PAYABLE_ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document order, Batch batch) {
    Optional<Document> copy = batch.sameIn(Place.PAYABLE_ORDERS, order);
    if (copy.isEmpty()) {
      return Violation.of("a copy at payments", "none");
    }
    Differences differences = new Differences();
    COPIED.forEach(
        (field, copied) -> differences.same(field, order.get(field), copy.get().get(copied)));
    return differences.violation();
  }
}
