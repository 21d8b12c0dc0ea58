package dev.ticketing.orders.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives a ticket back before its time, on the buyer's wish; to wish it twice is no error. */
@ApplicationScoped
public class CancelOrder {

  private OrderRepository orders;
  private TicketLocks locks;
  private FinishOrder finishOrder;
  private FinishInterruptedOrders interrupted;
  private Clock clock;

  /** For the container's proxy. */
  protected CancelOrder() {}

  @Inject
  public CancelOrder(
      OrderRepository orders,
      TicketLocks locks,
      FinishOrder finishOrder,
      FinishInterruptedOrders interrupted,
      Clock clock) {
    this.orders = orders;
    this.locks = locks;
    this.finishOrder = finishOrder;
    this.interrupted = interrupted;
    this.clock = clock;
  }

  /**
   * @throws Refusal NOT_FOUND; FORBIDDEN when it is another buyer's; CONFLICT when it is being
   *     paid, complete or expired
   */
  public Order cancel(String id, String buyerId) {
    Order order = orders.find(id).orElseThrow(() -> Refusal.notFound("No such order"));
    OrderAccess.requireMayCancel(buyerId, order);
    return requireCancelled(order.status() == OrderStatus.CREATED ? endWhole(order) : order);
  }

  private Order endWhole(Order order) {
    try {
      return end(order);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      interrupted.doubt(order.id());
      throw e;
    }
  }

  private Order end(Order order) {
    if (locks.release(order.ticketId(), order.id())) {
      return orders.change(order.id(), found -> found.cancel(clock.instant())).orElse(order);
    }
    boolean secured =
        locks.find(order.ticketId()).filter(lock -> lock.names(order.id())).isPresent();
    if (secured) {
      throw beingPaid();
    }
    return finishOrder.withoutLock(order);
  }

  private static Order requireCancelled(Order order) {
    return switch (order.status()) {
      case CANCELLED -> order;
      case COMPLETE -> throw Refusal.conflict("This order is complete");
      case EXPIRED -> throw Refusal.conflict("This order has expired");
      case CREATED, AWAITING_PAYMENT -> throw beingPaid();
    };
  }

  private static Refusal beingPaid() {
    return Refusal.conflict("This order is being paid");
  }
}
