package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Two buyers must never be able to pay for the same ticket. */
public final class TicketHasAtMostOneLiveOrder implements Rule {

  @Override
  public Place subjects() {
    return Place.CONTESTED_TICKETS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.CONTESTED_TICKETS);
  }

  @Override
  public Optional<Violation> examine(Document ticket, Batch batch) {
    List<String> claims =
        ticket.getList("orders", Document.class).stream()
            .filter(order -> States.isLiveOrder(order.getString("status")))
            .map(order -> order.getString("id") + " " + order.getString("status"))
            .toList();
    return claims.size() < 2
        ? Optional.empty()
        : Violation.of("at most one live order", String.join(", ", claims));
  }
}
