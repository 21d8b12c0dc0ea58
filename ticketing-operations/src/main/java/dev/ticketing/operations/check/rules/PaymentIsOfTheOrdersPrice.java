package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A buyer pays the price of the moment at which the ticket was locked. */
public final class PaymentIsOfTheOrdersPrice implements Rule {

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
    Optional<Document> order = batch.named(payment, "orderId", Place.ORDERS);
    if (order.isEmpty()) {
      return Violation.of("an order", "none, " + States.ofPayment(payment));
    }
    return new Differences()
        .same("amount", order.get().getLong("price"), payment.getLong("amount"))
        .same("currency", order.get().getString("currency"), payment.getString("currency"))
        .same("buyer", order.get().getString("userId"), payment.getString("userId"))
        .violation();
  }
}
