package dev.ticketing.payments.container;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
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

  /** Takes money without us, and returns the PaymentIntent's id. */
  static String takeInTheNameOf(String paymentId) {
    PaymentIntentCreateParams params =
        PaymentIntentCreateParams.builder()
            .setAmount(1999L)
            .setCurrency("usd")
            .setConfirm(true)
            .setPaymentMethod("pm_card_visa")
            .addPaymentMethodType("card")
            .putMetadata("paymentId", paymentId)
            .build();
    try {
      return CLIENT.v1().paymentIntents().create(params).getId();
    } catch (StripeException e) {
      throw new IllegalStateException("No money was taken", e);
    }
  }

  private static PaymentIntent intent(String id) {
    try {
      return CLIENT.v1().paymentIntents().retrieve(id);
    } catch (StripeException e) {
      throw new IllegalStateException("Stripe does not know " + id, e);
    }
  }
}
