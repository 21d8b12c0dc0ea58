package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows what payments say. An authorised payment secures the lock if its order still has it; only
 * then is the money taken, and the order complete. An authorisation that came too late finds the
 * order ended, which tells payments to let the money go.
 */
@ApplicationScoped
public class AcceptPayment {

  private OrderRepository orders;
  private TicketLocks locks;
  private FinishOrder finishOrder;
  private Clock clock;

  /** For the container's proxy. */
  protected AcceptPayment() {}

  @Inject
  public AcceptPayment(
      OrderRepository orders, TicketLocks locks, FinishOrder finishOrder, Clock clock) {
    this.orders = orders;
    this.locks = locks;
    this.finishOrder = finishOrder;
    this.clock = clock;
  }

  /**
   * The money is reserved at the buyer's bank.
   *
   * @throws IllegalStateException when there is no such order
   */
  public void authorized(String orderId, String paymentId) {
    Order order = existing(orderId);
    if (order.status() != OrderStatus.CREATED) {
      return;
    }
    Instant now = clock.instant();
    if (locks.secure(order.ticketId(), orderId, paymentId, now)) {
      orders.change(orderId, found -> found.awaitPayment(paymentId, now));
      return;
    }
    Optional<TicketLock> lock = lockOf(order);
    if (lock.isEmpty()) {
      finishOrder.withoutLock(order);
    } else if (locks.releaseOverdue(order.ticketId(), orderId, now)) {
      orders.change(orderId, found -> found.expire(now));
    }
  }

  /**
   * The money is taken.
   *
   * @throws IllegalStateException when there is no such order
   */
  public void captured(String orderId, String paymentId) {
    Order order = existing(orderId);
    if (order.isAwaiting(paymentId) && locks.sell(order.ticketId(), orderId, paymentId)) {
      orders.change(orderId, found -> found.complete(clock.instant()));
    }
  }

  /**
   * No money was taken, and none will be by this payment.
   *
   * @throws IllegalStateException when there is no such order
   */
  public void failed(String orderId, String paymentId) {
    Order order = existing(orderId);
    if (!order.isAwaiting(paymentId)) {
      return;
    }
    boolean held =
        locks.unsecure(order.ticketId(), orderId, paymentId)
            || lockOf(order).filter(lock -> lock.isHeldBy(orderId)).isPresent();
    Instant now = clock.instant();
    if (held && !order.isOverdueAt(now)) {
      orders.change(orderId, found -> found.reopen(now));
    } else {
      locks.releaseOverdue(order.ticketId(), orderId, now);
      orders.change(orderId, found -> found.expire(now));
    }
  }

  private Order existing(String orderId) {
    return orders
        .find(orderId)
        .orElseThrow(() -> new IllegalStateException("Payment of unknown order " + orderId));
  }

  private Optional<TicketLock> lockOf(Order order) {
    return locks.find(order.ticketId()).filter(lock -> lock.names(order.id()));
  }
}
