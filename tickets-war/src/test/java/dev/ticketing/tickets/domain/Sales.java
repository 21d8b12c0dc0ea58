package dev.ticketing.tickets.domain;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.OrderEvent.Order;
import java.time.Instant;

/** A seller, a ticket, and orders for it. */
public final class Sales {

  public static final Instant LISTED = Instant.parse("2027-05-01T19:30:00Z");
  public static final Instant LATER = LISTED.plusSeconds(60);
  public static final String SELLER = "00000000000000000000000a";
  public static final String TICKET = "000000000000000000000001";
  public static final String FIRST_ORDER = "00000000000000000000000f";
  public static final String NEXT_ORDER = "00000000000000000000000e";
  public static final Money PRICE = new Money(1999, "usd");
  public static final Offer OFFER =
      new Offer("A concert", "In the dark", "The hall", LISTED.plusSeconds(3_600), PRICE);

  private Sales() {}

  public static Ticket ticket() {
    return Ticket.list(TICKET, SELLER, OFFER, LISTED);
  }

  /** The order that took the first lock on the ticket. */
  public static Order first() {
    return order(FIRST_ORDER, 1);
  }

  /** The order that took the lock after the first one had given it back. */
  public static Order next() {
    return order(NEXT_ORDER, 2);
  }

  private static Order order(String id, long hold) {
    return new Order(
        id, "00000000000000000000000b", TICKET, "A concert", SELLER, PRICE, LATER, hold, null);
  }

  public static OrderEvent created(Order order) {
    return new OrderEvent.OrderCreated(order);
  }

  public static OrderEvent awaiting(Order order) {
    return new OrderEvent.OrderAwaitingPayment(order);
  }

  public static OrderEvent completed(Order order) {
    return new OrderEvent.OrderCompleted(order);
  }

  public static OrderEvent cancelled(Order order) {
    return new OrderEvent.OrderCancelled(order);
  }

  public static OrderEvent expired(Order order) {
    return new OrderEvent.OrderExpired(order);
  }
}
