package dev.ticketing.payments.container;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import dev.ticketing.testing.probe.Variable;

/** Stripe's own view of a payment, asked for with Stripe's own client. */
final class Stripe {

  private static final StripeClient CLIENT =
      StripeClient.builder()
          .setApiKey(Variable.get("STRIPE_API_KEY"))
          .setApiBase(Variable.get("STRIPE_API_BASE"))
          .build();

  private Stripe() {}

  static String statusOf(String intentId) {
    return intent(intentId).getStatus();
  }

  static long capturedOf(String intentId) {
    return intent(intentId).getAmountReceived();
  }

  private static PaymentIntent intent(String id) {
    try {
      return CLIENT.v1().paymentIntents().retrieve(id);
    } catch (StripeException e) {
      throw new IllegalStateException("Stripe does not know " + id, e);
    }
  }
}
