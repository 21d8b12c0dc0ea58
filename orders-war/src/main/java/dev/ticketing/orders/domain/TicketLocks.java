package dev.ticketing.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
   * @param displacedOrderId the order whose time was over and that held the lock until now, or null
   */
  record Taken(HeldTicket ticket, String displacedOrderId) {}

  /**
   * Takes a lock that is free, or held past its deadline, for an order of this buyer until the
   * deadline. Nobody can lock a ticket of their own, or one that is withdrawn.
   */
  Optional<Taken> take(
      String ticketId, String orderId, String buyerId, Instant now, Instant deadline);

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

  Optional<TicketLock> find(String ticketId);

  /** A lock that is held, and by which order. */
  record Held(String ticketId, String orderId) {}

  /** Hands over every lock that is held, in batches that are not larger than this. */
  void eachHeld(int batch, Consumer<List<Held>> held);
}
