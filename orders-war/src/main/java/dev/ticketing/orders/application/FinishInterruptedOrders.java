package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Finds, when a server starts, the orders that a server left open though their lock was given back
 * or secured before it died, and lets them follow their lock.
 */
@ApplicationScoped
public class FinishInterruptedOrders {

  /** Whatever is younger may be underway on another server. */
  private static final Duration UNTOUCHED_FOR = Duration.ofSeconds(10);

  private OrderRepository orders;
  private TicketLocks locks;
  private FinishOrder finishOrder;
  private Clock clock;

  /** For the container's proxy. */
  protected FinishInterruptedOrders() {}

  @Inject
  public FinishInterruptedOrders(
      OrderRepository orders, TicketLocks locks, FinishOrder finishOrder, Clock clock) {
    this.orders = orders;
    this.locks = locks;
    this.finishOrder = finishOrder;
    this.clock = clock;
  }

  /** Goes once through all orders that wait for their buyer. */
  public void run() {
    for (String id : orders.waitingSince(clock.instant().minus(UNTOUCHED_FOR))) {
      orders.find(id).filter(order -> order.status() == OrderStatus.CREATED).ifPresent(this::check);
    }
  }

  private void check(Order order) {
    boolean hasLock =
        locks.find(order.ticketId()).filter(lock -> lock.names(order.id())).isPresent();
    if (!hasLock) {
      finishOrder.withoutLock(order);
    }
  }
}
