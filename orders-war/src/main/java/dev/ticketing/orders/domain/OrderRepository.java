package dev.ticketing.orders.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All orders, ended ones included. */
public interface OrderRepository {

  /**
   * @return false when there is one of this id already, which stays as it is
   */
  boolean add(Order order);

  Optional<Order> find(String id);

  /**
   * Changes an order as it is now; the change may run more than once and must touch nothing else.
   *
   * @return the order after the change, empty when there is none
   */
  Optional<Order> change(String id, Consumer<Order> change);

  /** An order that waits for its buyer, and the ticket that it should have locked. */
  record Waiting(String orderId, String ticketId) {}

  /**
   * The orders that have status created and have not changed since this time, by their ids.
   *
   * @param after the id of the last order of the previous page, empty for the first
   */
  List<Waiting> waitingSince(Instant time, String after, int limit);

  /** Those of these ids that orders have. */
  Set<String> existing(Collection<String> ids);
}
