package dev.ticketing.orders.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The locks of all tickets, one each. Every step is one atomic compare-and-set: of several callers
 * one succeeds, and whoever succeeded has decided. A step that has been done already by the same
 * order and payment succeeds again without effect, so that it can be repeated after a crash.
 */
public interface TicketLocks {

  /**
   * A lock that was taken.
   *
   * @param deadline until when
   * @param displacedOrderId the order whose time was over and that held the lock until now, or null
   */
  record Taken(HeldTicket ticket, Instant deadline, String displacedOrderId) {}

  /**
   * Takes a lock that is free, or held past its deadline, for an order of this buyer until the
   * deadline. Nobody can lock a ticket of their own, or one that is withdrawn.
   */
  Optional<Taken> take(
      String ticketId, String orderId, String buyerId, Instant now, Instant deadline);

  /**
   * Has the lock again that this order took before and was not stored for: with the same deadline,
   * and counted as taken now. Empty when it has lost the lock, or never had it.
   */
  Optional<Taken> takeAgain(String ticketId, String orderId, Instant now);

  /** From held, before its deadline, to secured for this payment. */
  boolean secure(String ticketId, String orderId, String paymentId, Instant now);

  /** From secured for this payment back to held; its old deadline counts again. */
  boolean unsecure(String ticketId, String orderId, String paymentId);

  /** From secured for this payment to sold, for ever. */
  boolean sell(String ticketId, String orderId, String paymentId);

  /** From held by this order to free. */
  boolean release(String ticketId, String orderId);

  /** From held by this order, with a deadline no later than this, to free. */
  boolean releaseOverdue(String ticketId, String orderId, Instant deadline);

  /** From held by this order, and not taken after that time, to free. */
  boolean releaseAbandoned(String ticketId, String orderId, Instant takenUntil);

  Optional<TicketLock> find(String ticketId);

  /**
   * How many locks this buyer's orders have at that time: held before their deadline, or secured.
   * Whatever was taken before this is asked is among them.
   */
  long liveHoldsOf(String buyerId, Instant now);

  /** Of these tickets' locks, the orders that they name. */
  Set<String> ordersNamedBy(Collection<String> ticketIds);

  /** A lock that is held, and by which order. */
  record Held(String ticketId, String orderId) {}

  /** Hands over every lock that is held, in batches that are not larger than this. */
  void eachHeld(int batch, Consumer<List<Held>> held);
}
