package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** What was bought can be taken by nobody else. */
public final class CompleteOrderHasSoldLock implements Rule {

  @Override
  public Place subjects() {
    return Place.ORDERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.ORDERS, Place.LOCKS);
  }

  @Override
  public Optional<Violation> examine(Document order, Batch batch) {
    if (!States.is(order, "COMPLETE")) {
      return Optional.empty();
    }
    Document wanted =
        new Document("_id", order.getString("ticketId"))
            .append("state", "SOLD")
            .append("orderId", order.getString("_id"))
            .append("paymentId", order.getString("paymentId"));
    String expected = States.ofLock(wanted);
    String found =
        batch.named(order, "ticketId", Place.LOCKS).map(States::ofLock).orElse("no lock");
    return expected.equals(found) ? Optional.empty() : Violation.of(expected, found);
  }
}
