package dev.ticketing.orders.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All orders, ended ones included. */
public interface OrderRepository {

  void add(Order order);

  Optional<Order> find(String id);

  /**
   * Changes an order as it is now; the change may run more than once and must touch nothing else.
   *
   * @return the order after the change, empty when there is none
   */
  Optional<Order> change(String id, Consumer<Order> change);

  /** The ids of the orders that have status created and have not changed since this time. */
  List<String> waitingSince(Instant time);

  /** Those of these ids that orders have. */
  Set<String> existing(Collection<String> ids);
}
