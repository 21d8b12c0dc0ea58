package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** What Stripe has taken and not given back is the price of a complete order. */
public final class StripeKeepsTheOrdersPrice implements Rule {

  @Override
  public Place subjects() {
    return Place.INTENTS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.INTENTS, Place.ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document intent, Batch batch) {
    if (Intents.kept(intent) == 0) {
      return Optional.empty();
    }
    Optional<Document> order = batch.named(intent, "orderId", Place.ORDERS);
    if (order.isEmpty()) {
      return Violation.of("an order", "none, " + Intents.describe(intent));
    }
    return new Differences()
        .same("order", "COMPLETE", order.get().getString("status"))
        .same("payment", order.get().getString("paymentId"), intent.getString("paymentId"))
        .same("amount", order.get().getLong("price"), Intents.kept(intent))
        .same("currency", order.get().getString("currency"), intent.getString("currency"))
        .violation();
  }
}
