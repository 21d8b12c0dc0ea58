package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Each state of a payment goes with some states of its PaymentIntent. */
public final class PaymentSaysWhatStripeSays implements Rule {

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
    return batch
        .named(intent, "paymentId", Place.PAYMENTS)
        .filter(payment -> !Intents.statusesWith(intent).contains(payment.getString("status")))
        .flatMap(
            payment ->
                Violation.of(
                    "payment " + String.join(" or ", Intents.statusesWith(intent)),
                    States.ofPayment(payment) + ", " + Intents.describe(intent)));
  }
}
