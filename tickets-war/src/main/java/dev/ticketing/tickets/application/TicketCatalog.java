package dev.ticketing.tickets.application;

import dev.ticketing.tickets.domain.TicketStatus;
import java.util.List;
import java.util.Optional;

/** Looks tickets up for those who browse; withdrawn tickets are not found. */
public interface TicketCatalog {

  /**
   * What to look for.
   *
   * @param text occurs in the title or the venue, in any letter case; null for any
   * @param status null for every status
   * @param cursor where the previous page ended, null for the first page
   */
  record Query(String text, TicketStatus status, Order order, int limit, Cursor cursor) {}

  /** The orders a list can have. */
  enum Order {
    NEWEST,
    OLDEST,
    CHEAPEST,
    DEAREST,
    /** By the date of the event; tickets without one are left out. */
    SOONEST
  }

  /**
   * The last ticket of a page.
   *
   * @param value what the list is ordered by: minor units, or milliseconds since 1970; 0 where the
   *     id alone gives the order
   */
  record Cursor(long value, String id) {}

  /** Some tickets, and where the next page begins, null when these were the last. */
  record Result(List<TicketView> tickets, Cursor next) {}

  Optional<TicketView> find(String id);

  Result list(Query query);
}
