package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.Payment;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment as its buyer may see it.
 *
 * @param amount in the currency's main unit, with two decimals
 * @param stripeId Stripe's PaymentIntent, or null
 * @param failure why no money was taken, or null
 */
public record PaymentView(
    String id,
    String orderId,
    String status,
    BigDecimal amount,
    String currency,
    String stripeId,
    String failure,
    Instant createdAt) {

  public static PaymentView of(Payment payment) {
    Failure failure = payment.failure();
    return new PaymentView(
        payment.id(),
        payment.orderId(),
        payment.status().publicName(),
        payment.amount().toDecimal(),
        payment.amount().currency(),
        payment.stripeId(),
        failure == null ? null : failure.message(),
        payment.createdAt());
  }
}
