package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Nobody is charged for an order that does not complete. */
public final class CapturedMoneyHasCompleteOrder implements Rule {

  @Override
  public Place subjects() {
    return Place.PAYMENTS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.PAYMENTS, Place.ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document payment, Batch batch) {
    if (!States.is(payment, "CAPTURED")) {
      return Optional.empty();
    }
    Document wanted =
        new Document("_id", payment.getString("orderId"))
            .append("status", "COMPLETE")
            .append("paymentId", payment.getString("_id"));
    String expected = States.ofOrder(wanted);
    String found =
        batch.named(payment, "orderId", Place.ORDERS).map(States::ofOrder).orElse("no order");
    return expected.equals(found) ? Optional.empty() : Violation.of(expected, found);
  }
}
