package dev.ticketing.orders.domain;

import java.time.Instant;

/**
 * The lock of one ticket as it was read. It may have changed since: decide by the steps of {@link
 * TicketLocks}, and read it only to learn why a step was refused.
 *
 * @param orderId whom it names, null while it is free
 * @param deadline when a held lock may be taken over, null while it is free
 * @param paymentId the payment it is secured for, or was sold by; else null
 */
public record TicketLock(
    State state,
    String orderId,
    Instant deadline,
    String paymentId,
    String sellerId,
    boolean withdrawn) {

  /** What a lock can be. */
  public enum State {
    FREE,
    /** An order has it until the deadline. */
    HELD,
    /** A payment is being taken; it has no deadline until Stripe has answered. */
    SECURED,
    SOLD
  }

  public boolean names(String order) {
    return order.equals(orderId);
  }

  public boolean isHeldBy(String order) {
    return state == State.HELD && names(order);
  }
}
