package dev.ticketing.payments.adapter.stripe;

import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import dev.ticketing.payments.domain.Payment;
import java.util.Map;

/** Asks Stripe to set money aside on a card at once, without sending the buyer anywhere. */
final class IntentRequest {

  private IntentRequest() {}

  static PaymentIntentCreateParams of(Payment payment) {
    PaymentIntentCreateParams.Builder request =
        PaymentIntentCreateParams.builder()
            .setAmount(payment.amount().amount())
            .setCurrency(payment.amount().currency())
            .setCaptureMethod(CaptureMethod.MANUAL)
            .setConfirm(true)
            .setErrorOnRequiresAction(true)
            .addPaymentMethodType("card")
            .putMetadata("orderId", payment.orderId())
            .putMetadata(Intents.PAYMENT_ID, payment.id());
    if (payment.token().startsWith("pm_")) {
      return request.setPaymentMethod(payment.token()).build();
    }
    return request
        .putExtraParam(
            "payment_method_data", Map.of("type", "card", "card", Map.of("token", payment.token())))
        .build();
  }
}
