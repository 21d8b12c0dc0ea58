package dev.ticketing.tickets.adapter.rest;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.rest.Page;
import dev.ticketing.tickets.application.TicketCatalog;
import dev.ticketing.tickets.application.TicketCatalog.Cursor;
import dev.ticketing.tickets.application.TicketCatalog.Order;
import dev.ticketing.tickets.domain.TicketStatus;
import java.util.Map;

/** The query parameters of a list, checked. */
record TicketQuery(String text, TicketStatus status, Order order, int limit, Cursor cursor) {

  private static final int MAX_TEXT = 100;
  private static final Map<String, Order> ORDERS =
      Map.of(
          "-createdAt", Order.NEWEST,
          "createdAt", Order.OLDEST,
          "price", Order.CHEAPEST,
          "-price", Order.DEAREST,
          "date", Order.SOONEST);

  /**
   * @throws Refusal INVALID, naming the parameter
   */
  static TicketQuery of(String q, String status, String sort, String limit, String cursor) {
    return new TicketQuery(
        textOf(q),
        statusOf(status),
        orderOf(sort),
        Page.limitOf(limit),
        cursor == null ? null : decode(cursor));
  }

  TicketCatalog.Query toQuery() {
    return new TicketCatalog.Query(text, status, order, limit, cursor);
  }

  private static String textOf(String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    if (q.length() > MAX_TEXT) {
      throw Refusal.invalid("q", "q must be at most " + MAX_TEXT + " characters");
    }
    if (q.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("q", "q must not contain control characters");
    }
    return q.strip();
  }

  private static TicketStatus statusOf(String status) {
    if (status == null) {
      return TicketStatus.AVAILABLE;
    }
    return switch (status) {
      case "available" -> TicketStatus.AVAILABLE;
      case "reserved" -> TicketStatus.RESERVED;
      case "sold" -> TicketStatus.SOLD;
      case "all" -> null;
      default -> throw Refusal.invalid("status", "status must be available, reserved, sold or all");
    };
  }

  private static Order orderOf(String sort) {
    Order order = sort == null ? Order.NEWEST : ORDERS.get(sort);
    if (order == null) {
      throw Refusal.invalid("sort", "sort must be createdAt, -createdAt, price, -price or date");
    }
    return order;
  }

  static String encode(Cursor cursor) {
    return cursor == null ? null : cursor.value() + "-" + cursor.id();
  }

  private static Cursor decode(String cursor) {
    int dash = cursor.lastIndexOf('-');
    try {
      return new Cursor(
          Long.parseLong(cursor.substring(0, Math.max(dash, 0))),
          Identifier.checked("cursor", cursor.substring(dash + 1)));
    } catch (NumberFormatException e) {
      throw Refusal.invalid("cursor", "cursor must come from the Link header of a page");
    }
  }
}
