package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Ends an order whose lock no longer names it: somebody has given the lock back, and was stopped
 * before the order could follow. Before its deadline only a cancel can have done that.
 */
@ApplicationScoped
public class FinishOrder {

  private OrderRepository orders;
  private Clock clock;

  /** For the container's proxy. */
  protected FinishOrder() {}

  @Inject
  public FinishOrder(OrderRepository orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  public Order withoutLock(Order order) {
    return orders
        .change(
            order.id(),
            found -> {
              Instant now = clock.instant();
              if (found.isOverdueAt(now)) {
                found.expire(now);
              } else {
                found.cancel(now);
              }
            })
        .orElse(order);
  }
}
