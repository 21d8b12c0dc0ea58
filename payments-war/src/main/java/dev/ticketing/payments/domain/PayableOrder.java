package dev.ticketing.payments.domain;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.error.Refusal;
import java.time.Instant;

/**
 * What payments know of an order: its own copy, made from the order's events, and the one payment
 * that may go to Stripe for it.
 *
 * @param userId the buyer
 * @param paymentId the payment that orders waits for or has accepted, or null
 * @param activePaymentId the payment that has claimed the order here, or null; it keeps its claim
 *     until it has ended without money
 */
public record PayableOrder(
    String id,
    long version,
    String userId,
    Money price,
    Instant expiresAt,
    OrderStatus status,
    String paymentId,
    String activePaymentId) {

  /**
   * @throws Refusal CONFLICT when it cannot be paid, now or any more
   */
  public void requirePayableAt(Instant now) {
    switch (status) {
      case COMPLETE -> throw Refusal.conflict("This order is already paid");
      case AWAITING_PAYMENT -> throw Refusal.conflict("A payment of this order is in progress");
      case CANCELLED, EXPIRED -> throw Refusal.conflict(whyClosed());
      case CREATED -> {
        if (!isPayableAt(now)) {
          throw Refusal.conflict("This order has expired");
        }
      }
    }
  }

  public boolean isPayableAt(Instant now) {
    return status == OrderStatus.CREATED && now.isBefore(expiresAt);
  }

  public boolean isClaimedBy(String payment) {
    return payment.equals(activePaymentId);
  }

  /** Whether orders has secured the ticket for this payment, whose money may thus be taken. */
  public boolean awaits(String payment) {
    return status == OrderStatus.AWAITING_PAYMENT && payment.equals(paymentId);
  }

  public boolean isCompletedBy(String payment) {
    return status == OrderStatus.COMPLETE && payment.equals(paymentId);
  }

  /** Whether orders has decided against this payment. */
  public boolean isClosedTo(String payment) {
    return switch (status) {
      case CREATED -> false;
      case AWAITING_PAYMENT, COMPLETE -> !payment.equals(paymentId);
      case CANCELLED, EXPIRED -> true;
    };
  }

  /** What to tell the buyer whose payment came too late. */
  public String whyClosed() {
    return switch (status) {
      case CANCELLED -> "This order was cancelled";
      case AWAITING_PAYMENT, COMPLETE -> "This order is paid by another payment";
      case CREATED, EXPIRED -> "This order has expired";
    };
  }
}
