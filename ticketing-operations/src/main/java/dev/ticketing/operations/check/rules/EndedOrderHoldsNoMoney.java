package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Money that was set aside for an order that ended otherwise is let go or given back. */
public final class EndedOrderHoldsNoMoney implements Rule {

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
    if (!States.isUnderway(payment)) {
      return Optional.empty();
    }
    return batch
        .named(payment, "orderId", Place.ORDERS)
        .filter(order -> isClosedTo(order, payment))
        .flatMap(
            order ->
                Violation.of(
                    "a payment that has ended, as has " + States.ofOrder(order),
                    States.ofPayment(payment)));
  }

  private static boolean isClosedTo(Document order, Document payment) {
    return !States.isLiveOrder(order.getString("status"))
        && !payment.getString("_id").equals(order.getString("paymentId"));
  }
}
