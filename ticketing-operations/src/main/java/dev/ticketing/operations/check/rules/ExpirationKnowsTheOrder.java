package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The clock goes by the deadline that the order has, for as long as the order waits. */
public final class ExpirationKnowsTheOrder implements Rule {

  @Override
  public Place subjects() {
    return Place.ORDERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.ORDERS, Place.RESERVATIONS);
  }

  @Override
  public Optional<Violation> examine(Document order, Batch batch) {
    Optional<Document> copy = batch.sameIn(Place.RESERVATIONS, order);
    if (copy.isEmpty()) {
      return Violation.of("a reservation at expiration", "none");
    }
    Document reservation = copy.get();
    boolean runs = reservation.getDate("dueAt") != null;
    return new Differences()
        .same("version", order.getLong("version"), reservation.getLong("orderVersion"))
        .same("status", order.getString("status"), reservation.getString("status"))
        .same("buyer", order.getString("userId"), reservation.getString("userId"))
        .same("ticket", order.getString("ticketId"), reservation.getString("ticketId"))
        .same("deadline", order.getDate("expiresAt"), reservation.getDate("expiresAt"))
        .same(
            "due",
            runs && States.is(order, "CREATED") ? order.getDate("expiresAt") : null,
            reservation.getDate("dueAt"))
        .violation();
  }
}
