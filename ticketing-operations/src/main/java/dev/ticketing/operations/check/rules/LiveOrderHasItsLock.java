package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** An order that can still be paid has its ticket locked for it. */
public final class LiveOrderHasItsLock implements Rule {

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
    if (!States.isLiveOrder(order.getString("status"))) {
      return Optional.empty();
    }
    Optional<Document> lock = batch.named(order, "ticketId", Place.LOCKS);
    String state = States.is(order, "CREATED") ? "HELD" : "SECURED";
    Document wanted =
        new Document("_id", order.getString("ticketId"))
            .append("state", state)
            .append("orderId", order.getString("_id"))
            .append("paymentId", order.getString("paymentId"));
    String expected = States.ofLock(wanted);
    String found = lock.map(States::ofLock).orElse("no lock");
    return expected.equals(found)
        ? Optional.empty()
        : Violation.of(expected, found + ", " + States.ofOrder(order));
  }
}
