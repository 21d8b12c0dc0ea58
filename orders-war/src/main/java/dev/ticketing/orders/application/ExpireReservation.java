package dev.ticketing.orders.application;

import dev.ticketing.contracts.event.ReservationExpired.Reservation;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives a ticket back when the clock says so, unless its order was paid, ended, or given more time.
 */
@ApplicationScoped
public class ExpireReservation {

  private OrderRepository orders;
  private TicketLocks locks;
  private FinishOrder finishOrder;
  private Clock clock;

  /** For the container's proxy. */
  protected ExpireReservation() {}

  @Inject
  public ExpireReservation(
      OrderRepository orders, TicketLocks locks, FinishOrder finishOrder, Clock clock) {
    this.orders = orders;
    this.locks = locks;
    this.finishOrder = finishOrder;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException when there is no such order
   */
  public void expire(Reservation reservation) {
    String orderId = reservation.orderId();
    Order order =
        orders
            .find(orderId)
            .orElseThrow(() -> new IllegalStateException("Reservation of no order " + orderId));
    if (order.status() != OrderStatus.CREATED) {
      return;
    }
    if (locks.releaseOverdue(order.ticketId(), orderId, reservation.expiresAt())) {
      orders.change(orderId, found -> found.expire(clock.instant()));
      return;
    }
    Optional<TicketLock> lock = locks.find(order.ticketId()).filter(found -> found.names(orderId));
    if (lock.isEmpty()) {
      finishOrder.withoutLock(order);
    }
  }
}
