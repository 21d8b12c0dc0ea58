package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** No order completes without captured money. */
public final class CompleteOrderIsPaid implements Rule {

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
    if (!States.is(order, "COMPLETE")) {
      return Optional.empty();
    }
    Optional<Document> payment = batch.named(order, "paymentId", Place.PAYMENTS);
    boolean paid =
        payment
            .filter(found -> States.is(found, "CAPTURED"))
            .filter(found -> order.getString("_id").equals(found.getString("orderId")))
            .isPresent();
    return paid
        ? Optional.empty()
        : Violation.of(
            "payment " + order.getString("paymentId") + " CAPTURED for this order",
            payment.map(States::ofPayment).orElse("no such payment"));
  }
}
