package dev.ticketing.expiration.container;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.platform.aggregate.Identifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Orders as their domain tells of them. */
final class Orders {

  private Orders() {}

  static OrderEvent.Order of(String id, String buyer, Instant expiresAt) {
    return new OrderEvent.Order(
        id,
        buyer,
        Identifier.next(),
        "Title",
        Identifier.next(),
        new Money(1999, "usd"),
        expiresAt.truncatedTo(ChronoUnit.MILLIS),
        1,
        null);
  }

  static OrderEvent.Order until(Instant expiresAt) {
    return of(Identifier.next(), Identifier.next(), expiresAt);
  }
}
