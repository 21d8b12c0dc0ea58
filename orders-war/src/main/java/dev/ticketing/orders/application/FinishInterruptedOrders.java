package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderRepository.Waiting;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Finds, when a server starts, the orders that a server left open though their lock was given back
 * or secured before it died, and lets them follow their lock.
 */
@ApplicationScoped
public class FinishInterruptedOrders {

  /** Whatever is younger may be underway on another server. */
  private static final Duration UNTOUCHED_FOR = Duration.ofSeconds(10);

  private static final int PAGE = 1_000;

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

  /** Goes once through all orders that wait for their buyer, a bounded number at a time. */
  public void run() {
    Instant untouched = clock.instant().minus(UNTOUCHED_FOR);
    List<Waiting> page = orders.waitingSince(untouched, "", PAGE);
    while (!page.isEmpty()) {
      checkAll(page);
      page = orders.waitingSince(untouched, page.get(page.size() - 1).orderId(), PAGE);
    }
  }

  private void checkAll(List<Waiting> page) {
    Set<String> named = locks.ordersNamedBy(page.stream().map(Waiting::ticketId).toList());
    page.stream()
        .map(Waiting::orderId)
        .filter(id -> !named.contains(id))
        .forEach(
            id ->
                orders
                    .find(id)
                    .filter(order -> order.status() == OrderStatus.CREATED)
                    .ifPresent(this::check));
  }

  private void check(Order order) {
    boolean hasLock =
        locks.find(order.ticketId()).filter(lock -> lock.names(order.id())).isPresent();
    if (!hasLock) {
      finishOrder.withoutLock(order);
    }
  }
}
