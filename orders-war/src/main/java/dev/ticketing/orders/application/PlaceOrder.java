package dev.ticketing.orders.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.orders.domain.TicketLocks.Taken;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.time.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Locks a ticket for a buyer. The lock is taken first and the order stored after; should the server
 * die in between, the lock names an order that does not exist, which the next buyer's refusal
 * notices and clears away, or the next start of a server.
 */
@ApplicationScoped
public class PlaceOrder {

  /** By then an order is stored if its server is alive. */
  static final Duration STORED_WITHIN = Duration.ofSeconds(20);

  private TicketLocks locks;
  private OrderRepository orders;
  private Arrival tickets;
  private ReservationWindow window;
  private Clock clock;

  /** For the container's proxy. */
  protected PlaceOrder() {}

  @Inject
  public PlaceOrder(
      TicketLocks locks,
      OrderRepository orders,
      Arrival tickets,
      ReservationWindow window,
      Clock clock) {
    this.locks = locks;
    this.orders = orders;
    this.tickets = tickets;
    this.window = window;
    this.clock = clock;
  }

  /**
   * @throws Refusal NOT_FOUND when there is no such ticket, FORBIDDEN when it is the buyer's own,
   *     CONFLICT when somebody else holds or has bought it
   */
  public Order place(String ticketId, String buyerId) {
    return tryToPlace(ticketId, buyerId).orElseGet(() -> placeOrRefuse(ticketId, buyerId));
  }

  private Order placeOrRefuse(String ticketId, String buyerId) {
    TicketLock lock =
        tickets
            .of(ticketId, () -> locks.find(ticketId))
            .filter(found -> !found.withdrawn())
            .orElseThrow(() -> Refusal.notFound("No such ticket"));
    if (buyerId.equals(lock.sellerId())) {
      throw Refusal.forbidden("You cannot order your own ticket");
    }
    clearAwayOrphan(ticketId, lock);
    return tryToPlace(ticketId, buyerId).orElseThrow(() -> taken(lock));
  }

  private Optional<Order> tryToPlace(String ticketId, String buyerId) {
    Instant now = clock.instant();
    Instant deadline = now.plus(window.length());
    String orderId = Identifier.next();
    return locks
        .take(ticketId, orderId, buyerId, now, deadline)
        .map(taken -> store(Order.place(orderId, buyerId, taken.ticket(), deadline, now), taken));
  }

  private Order store(Order order, Taken taken) {
    if (isLateFor(order.createdAt())) {
      requireStillHeld(order);
    }
    orders.add(order);
    if (taken.displacedOrderId() != null) {
      orders.change(taken.displacedOrderId(), displaced -> displaced.expire(clock.instant()));
    }
    return order;
  }

  private boolean isLateFor(Instant takenAt) {
    return clock.instant().isAfter(takenAt.plus(STORED_WITHIN.dividedBy(2)));
  }

  private void requireStillHeld(Order order) {
    if (locks.find(order.ticketId()).filter(lock -> lock.isHeldBy(order.id())).isEmpty()) {
      throw Refusal.conflict("This ticket was taken by somebody else");
    }
  }

  private void clearAwayOrphan(String ticketId, TicketLock lock) {
    boolean suspicious =
        lock.state() == TicketLock.State.HELD
            && Identifier.madeAt(lock.orderId()).plus(STORED_WITHIN).isBefore(clock.instant())
            && orders.find(lock.orderId()).isEmpty();
    if (suspicious) {
      locks.release(ticketId, lock.orderId());
    }
  }

  private static Refusal taken(TicketLock lock) {
    return Refusal.conflict(
        lock.state() == TicketLock.State.SOLD
            ? "This ticket is sold"
            : "Somebody else is buying this ticket");
  }
}
