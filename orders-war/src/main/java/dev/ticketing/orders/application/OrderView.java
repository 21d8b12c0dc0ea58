package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.Order;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as its buyer may see it.
 *
 * @param price in the currency's main unit
 */
public record OrderView(
    String id,
    String userId,
    String status,
    Instant expiresAt,
    BigDecimal price,
    String currency,
    OrderedTicket ticket,
    long version,
    Instant createdAt) {

  /** The ticket as it was when it was ordered. */
  public record OrderedTicket(String id, String title, BigDecimal price) {}

  public static OrderView of(Order order) {
    BigDecimal price = order.price().toDecimal();
    return new OrderView(
        order.id(),
        order.userId(),
        order.status().publicName(),
        order.expiresAt(),
        price,
        order.price().currency(),
        new OrderedTicket(order.ticketId(), order.ticketTitle(), price),
        order.version(),
        order.createdAt());
  }
}
