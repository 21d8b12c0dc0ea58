package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A lock that is held or secured is so for an order that waits for it, with the same deadline. */
public final class LockNamesItsLiveOrder implements Rule {

  @Override
  public Place subjects() {
    return Place.LOCKS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.LOCKS, Place.ORDERS);
  }

  @Override
  public Optional<Violation> examine(Document lock, Batch batch) {
    String state = lock.getString("state");
    if ("FREE".equals(state)) {
      return new Differences().same("order", null, lock.getString("orderId")).violation();
    }
    if ("SOLD".equals(state)) {
      return Optional.empty();
    }
    Optional<Document> order = batch.named(lock, "orderId", Place.ORDERS);
    if (order.isEmpty()) {
      return Violation.of("an order", "none, " + States.ofLock(lock));
    }
    boolean held = "HELD".equals(state);
    return new Differences()
        .same("status", held ? "CREATED" : "AWAITING_PAYMENT", order.get().getString("status"))
        .same("ticket", lock.getString("_id"), order.get().getString("ticketId"))
        .same("payment", lock.getString("paymentId"), order.get().getString("paymentId"))
        .same("deadline", lock.getDate("deadline"), order.get().getDate("expiresAt"))
        .same("hold", lock.getLong("hold"), order.get().getLong("hold"))
        .violation();
  }
}
