package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** What a payment calls its PaymentIntent is one. */
public final class PaymentIsKnownAtStripe implements Rule {

  @Override
  public Place subjects() {
    return Place.PAYMENTS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.PAYMENTS, Place.INTENTS);
  }

  @Override
  public Optional<Violation> examine(Document payment, Batch batch) {
    String intent = payment.getString("stripeId");
    return intent == null || batch.isPresent(payment, "stripeId", Place.INTENTS)
        ? Optional.empty()
        : Violation.of("PaymentIntent " + intent, "none at Stripe, " + States.ofPayment(payment));
  }
}
