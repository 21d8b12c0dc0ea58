package dev.ticketing.orders.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.orders.domain.TicketLocks.Taken;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
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
 * notices and clears away, or the next start of a server. Whoever repeats the same wish under the
 * same reserved id finds the order, or the lock that was taken for it, and goes on from there.
 */
@ApplicationScoped
public class PlaceOrder {

  /** By then an order is stored if its server is alive. */
  static final Duration STORED_WITHIN = Duration.ofSeconds(20);

  private TicketLocks locks;
  private OrderRepository orders;
  private Arrival tickets;
  private ReservationWindow window;
  private LimitHolds limitHolds;
  private FinishOrder finishOrder;
  private ReleaseOrphanedLocks orphanedLocks;
  private Clock clock;

  /** For the container's proxy. */
  protected PlaceOrder() {}

  @Inject
  public PlaceOrder(
      TicketLocks locks,
      OrderRepository orders,
      Arrival tickets,
      ReservationWindow window,
      LimitHolds limitHolds,
      FinishOrder finishOrder,
      ReleaseOrphanedLocks orphanedLocks,
      Clock clock) {
    this.locks = locks;
    this.orders = orders;
    this.tickets = tickets;
    this.window = window;
    this.limitHolds = limitHolds;
    this.finishOrder = finishOrder;
    this.orphanedLocks = orphanedLocks;
    this.clock = clock;
  }

  /**
   * @param id what the order is to be called
   * @return the order, as it is now if it was placed under this id before
   * @throws Refusal NOT_FOUND when there is no such ticket, FORBIDDEN when it is the buyer's own,
   *     CONFLICT when somebody else holds or has bought it, or the buyer holds too many
   */
  public Order place(String ticketId, String buyerId, ReservedId id) {
    try {
      return placedBefore(id)
          .or(() -> tryToPlace(ticketId, buyerId, id))
          .orElseGet(() -> placeOrRefuse(ticketId, buyerId, id));
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      orphanedLocks.doubt(ticketId, id.value());
      throw e;
    }
  }

  private Optional<Order> placedBefore(ReservedId id) {
    return id.mayBeTaken() ? orders.find(id.value()) : Optional.empty();
  }

  private Order placeOrRefuse(String ticketId, String buyerId, ReservedId id) {
    TicketLock lock =
        tickets
            .of(ticketId, () -> locks.find(ticketId))
            .filter(found -> !found.withdrawn())
            .orElseThrow(() -> Refusal.notFound("No such ticket"));
    if (buyerId.equals(lock.sellerId())) {
      throw Refusal.forbidden("You cannot order your own ticket");
    }
    clearAwayOrphan(ticketId, lock);
    return tryToPlace(ticketId, buyerId, id)
        .or(() -> placedBefore(id))
        .orElseThrow(() -> taken(lock));
  }

  private Optional<Order> tryToPlace(String ticketId, String buyerId, ReservedId id) {
    Instant now = clock.instant();
    return take(ticketId, buyerId, id, now)
        .map(
            taken ->
                store(
                    Order.place(id.value(), buyerId, taken.ticket(), taken.deadline(), now),
                    taken));
  }

  /**
   * A lock that is one too many is given back; one that another request with this id may be about
   * to use, later, and only if no order has come of it.
   */
  private Optional<Taken> take(String ticketId, String buyerId, ReservedId id, Instant now) {
    Optional<Taken> fresh =
        locks.take(ticketId, id.value(), buyerId, now, now.plus(window.length()));
    Optional<Taken> taken =
        fresh.isEmpty() && id.mayBeTaken() ? locks.takeAgain(ticketId, id.value(), now) : fresh;
    if (taken.isPresent() && limitHolds.areExceededBy(buyerId)) {
      fresh
          .filter(lock -> !isLateFor(now))
          .ifPresentOrElse(
              lock -> giveBack(lock, id.value()), () -> orphanedLocks.doubt(ticketId, id.value()));
      throw limitHolds.refusal();
    }
    return taken;
  }

  private void giveBack(Taken taken, String orderId) {
    locks.release(taken.ticket().id(), orderId);
    expireDisplaced(taken);
  }

  private void expireDisplaced(Taken taken) {
    if (taken.displacedOrderId() != null) {
      orders.change(taken.displacedOrderId(), displaced -> displaced.expire(clock.instant()));
    }
  }

  private Order store(Order order, Taken taken) {
    if (isLateFor(order.createdAt())) {
      requireStillHeld(order);
    }
    if (!orders.add(order)) {
      return storedMeanwhile(order);
    }
    expireDisplaced(taken);
    return order;
  }

  /** The same wish was being fulfilled twice; the lock must not outlive what came of it. */
  private Order storedMeanwhile(Order order) {
    Order stored = orders.find(order.id()).orElseThrow();
    boolean waits = stored.status() == OrderStatus.CREATED;
    if (waits && !stored.isOverdueAt(clock.instant())) {
      return stored;
    }
    locks.release(order.ticketId(), order.id());
    return waits ? finishOrder.withoutLock(stored) : stored;
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
    Instant storedByNow = clock.instant().minus(STORED_WITHIN);
    boolean suspicious =
        lock.state() == TicketLock.State.HELD
            && Identifier.madeAt(lock.orderId()).isBefore(storedByNow)
            && orders.find(lock.orderId()).isEmpty();
    if (suspicious) {
      locks.releaseAbandoned(ticketId, lock.orderId(), storedByNow);
    }
  }

  private static Refusal taken(TicketLock lock) {
    return Refusal.conflict(
        lock.state() == TicketLock.State.SOLD
            ? "This ticket is sold"
            : "Somebody else is buying this ticket");
  }
}
