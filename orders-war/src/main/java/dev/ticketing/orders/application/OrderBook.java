package dev.ticketing.orders.application;

import java.util.List;
import java.util.Optional;

/** Looks orders up for their buyers. */
public interface OrderBook {

  Optional<OrderView> find(String id);

  /**
   * A buyer's orders, newest first.
   *
   * @param limit how many at most
   * @param before the id of the last order of the previous page, null for the first page
   */
  List<OrderView> placedBy(String buyerId, int limit, String before);
}
