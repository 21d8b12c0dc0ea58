package dev.ticketing.orders.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.platform.access.Reader;

/**
 * Who may do what with orders. Anybody may order what others sell; an order is seen by its buyer
 * and by admins, and cancelled by its buyer alone. That an order exists is no secret, its ids are
 * in public listings: what is somebody else's is refused with FORBIDDEN, not hidden.
 */
public final class OrderAccess {

  private OrderAccess() {}

  /**
   * @throws Refusal FORBIDDEN when the ticket is the buyer's own
   */
  static void requireMayOrder(String buyerId, TicketLock lock) {
    if (buyerId.equals(lock.sellerId())) {
      throw Refusal.forbidden("You cannot order your own ticket");
    }
  }

  /**
   * @return the order, when the reader may see it
   * @throws Refusal FORBIDDEN when it is another buyer's
   */
  public static OrderView requireMaySee(Reader reader, OrderView order) {
    if (!reader.maySeeWhatIsOf(order.userId())) {
      throw anotherBuyers();
    }
    return order;
  }

  /** Whose orders are listed: everybody's own, an admin's too. */
  public static String whoseAreListed(Reader reader) {
    return reader.userId();
  }

  /**
   * @throws Refusal FORBIDDEN when it is another buyer's
   */
  static void requireMayCancel(String userId, Order order) {
    if (!order.isPlacedBy(userId)) {
      throw anotherBuyers();
    }
  }

  private static Refusal anotherBuyers() {
    return Refusal.forbidden("This order belongs to another buyer");
  }
}
