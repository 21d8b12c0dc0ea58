package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds, when a server starts and once more soon after, the orders that a server left open though
 * their lock was given back before it died, and lets them follow their lock.
 */
@ApplicationScoped
public class FinishInterruptedOrders {

  /** Whatever is younger may be underway on another server. */
  private static final Duration UNTOUCHED_FOR = Duration.ofSeconds(10);

  private OrderRepository orders;
  private TicketLocks locks;
  private FinishOrder finishOrder;
  private Clock clock;
  private volatile Instant checkedUpTo = Instant.EPOCH;

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

  /** Goes through the orders that wait for their buyer and were too young the last time. */
  public void run() {
    Instant upTo = clock.instant().minus(UNTOUCHED_FOR);
    for (String id : orders.waiting(checkedUpTo, upTo)) {
      orders.find(id).filter(order -> order.status() == OrderStatus.CREATED).ifPresent(this::check);
    }
    checkedUpTo = upTo;
  }

  private void check(Order order) {
    boolean hasLock =
        locks.find(order.ticketId()).filter(lock -> lock.names(order.id())).isPresent();
    if (!hasLock) {
      finishOrder.withoutLock(order);
    }
  }
}
