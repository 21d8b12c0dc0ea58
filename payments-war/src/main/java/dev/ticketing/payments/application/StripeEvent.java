package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
import java.util.Arrays;
import java.util.Optional;

/**
 * News from Stripe that something has happened to a PaymentIntent. It says where to look, not what
 * is there: events come late, twice and in any order.
 *
 * @param id Stripe's name for the event; the same each time it is sent
 * @param paymentId the payment the PaymentIntent was made for, or null when the event does not say
 */
public record StripeEvent(String id, Type type, String intentId, String paymentId) {

  /** The types that are heeded. */
  public enum Type {
    PAYMENT_SUCCEEDED("payment_intent.succeeded", PaymentStatus.CAPTURED),
    PAYMENT_HELD("payment_intent.amount_capturable_updated", PaymentStatus.AUTHORIZED),
    PAYMENT_FAILED("payment_intent.payment_failed", PaymentStatus.FAILED),
    PAYMENT_CANCELED("payment_intent.canceled", PaymentStatus.CANCELLED),
    CHARGE_REFUNDED("charge.refunded", PaymentStatus.REFUNDED),
    DISPUTE_CREATED("charge.dispute.created", null);

    private final String stripeName;
    private final PaymentStatus known;

    Type(String stripeName, PaymentStatus known) {
      this.stripeName = stripeName;
      this.known = known;
    }

    /** Empty for a type that is none of our business. */
    public static Optional<Type> named(String stripeName) {
      return Arrays.stream(values()).filter(type -> type.stripeName.equals(stripeName)).findFirst();
    }
  }

  /** Whether the payment stands where the news would bring it, by this same PaymentIntent. */
  boolean isKnownTo(Payment payment) {
    boolean sameIntent =
        intentId.equals(payment.stripeId())
            || payment.stripeId() == null && type == Type.PAYMENT_FAILED;
    boolean beyond =
        type == Type.PAYMENT_HELD
            && (payment.status() == PaymentStatus.CAPTURING
                || payment.status() == PaymentStatus.CAPTURED);
    return sameIntent && (payment.status() == type.known || beyond);
  }
}
