package dev.ticketing.payments.adapter.stripe;

import com.stripe.net.RequestOptions;
import dev.ticketing.payments.domain.Payment;

/** The keys by which Stripe knows a request again: the payment's id and the step. */
final class Keys {

  private static final int ATTEMPTS_BY_ONE_KEY = 6;

  private Keys() {}

  static RequestOptions of(Payment payment, String step) {
    return RequestOptions.builder().setIdempotencyKey(payment.id() + "-" + step).build();
  }

  /**
   * For steps that the state of a PaymentIntent allows only once anyway. Stripe repeats a server
   * error under the same key for a day, so a step that keeps failing is asked for under another.
   */
  static RequestOptions ofRepeatable(Payment payment, String step) {
    return payment.attempts() < ATTEMPTS_BY_ONE_KEY
        ? of(payment, step)
        : of(payment, step + "-" + payment.attempts());
  }
}
