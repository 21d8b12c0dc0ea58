package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Whatever Stripe holds or has taken, a payment accounts for, and for no other intent besides. */
public final class MoneyAtStripeHasItsPayment implements Rule {

  @Override
  public Place subjects() {
    return Place.INTENTS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.INTENTS, Place.PAYMENTS);
  }

  @Override
  public Optional<Violation> examine(Document intent, Batch batch) {
    long kept = Intents.held(intent) + Intents.kept(intent);
    if (kept == 0) {
      return Optional.empty();
    }
    String id = intent.getString("_id");
    Optional<Document> payment = batch.named(intent, "paymentId", Place.PAYMENTS);
    boolean accounted =
        payment
            .map(found -> found.getString("stripeId"))
            .map(id::equals)
            .orElse(payment.filter(found -> States.is(found, "REQUESTED")).isPresent());
    return accounted
        ? Optional.empty()
        : Violation.of(
            "a payment of PaymentIntent " + id,
            payment.map(States::ofPayment).orElse("none") + ", " + Intents.describe(intent));
  }
}
