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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the orders that were left open though their lock was given back, since the server died or
 * the document store went away in between, and lets them follow their lock. A server looks through
 * all of them when it starts, and later at those of which it does not know how they ended.
 */
@ApplicationScoped
public class FinishInterruptedOrders {

  /** Whatever is younger may be underway on another server. */
  private static final Duration UNTOUCHED_FOR = Duration.ofSeconds(10);

  private static final int PAGE = 1_000;

  /** By then the document store has done, or never will do, what it was asked before an outage. */
  private static final Duration DECIDED_WITHIN = Duration.ofSeconds(5);

  private final Map<String, Instant> doubtful = new ConcurrentHashMap<>();
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
        .forEach(this::checkIfWaiting);
  }

  /** The end of this order was cut off somewhere. */
  public void doubt(String id) {
    doubtful.put(id, clock.instant());
  }

  /** Goes through the doubtful orders; those that cannot be looked at now stay doubtful. */
  public void runDoubtful() {
    Instant decided = clock.instant().minus(DECIDED_WITHIN);
    doubtful.forEach(
        (id, since) -> {
          if (!since.isAfter(decided)) {
            checkIfWaiting(id);
            doubtful.remove(id, since);
          }
        });
  }

  private void checkIfWaiting(String id) {
    orders.find(id).filter(order -> order.status() == OrderStatus.CREATED).ifPresent(this::check);
  }

  private void check(Order order) {
    boolean hasLock =
        locks.find(order.ticketId()).filter(lock -> lock.names(order.id())).isPresent();
    if (!hasLock) {
      finishOrder.withoutLock(order);
    }
  }
}
