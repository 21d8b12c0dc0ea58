package dev.ticketing.payments.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import dev.ticketing.payments.application.PaymentGateway.Capture;
import dev.ticketing.payments.application.PaymentGateway.Refused;
import dev.ticketing.payments.domain.Payment;

/**
 * Takes the money of one payment. An error leaves open what has happened, so the intent itself is
 * asked: taken is taken, gone is gone. Money that is still set aside after Stripe's definite no is
 * let go; after an error of Stripe's own it is asked for again, later.
 */
final class CaptureCall {

  private final StripeClient stripe;
  private final Payment payment;

  CaptureCall(StripeClient stripe, Payment payment) {
    this.stripe = stripe;
    this.payment = payment;
  }

  Capture make() {
    PaymentIntentCaptureParams params =
        PaymentIntentCaptureParams.builder().setAmountToCapture(payment.amount().amount()).build();
    try {
      return Intents.capture(
          stripe
              .v1()
              .paymentIntents()
              .capture(payment.stripeId(), params, Keys.ofRepeatable(payment, "capture")));
    } catch (CardException | InvalidRequestException e) {
      return Errors.isInProgress(e) ? Errors.unknown(payment, e) : asTheIntentSays(e, true);
    } catch (ApiException e) {
      return asTheIntentSays(e, false);
    } catch (StripeException e) {
      return Errors.unknown(payment, e);
    }
  }

  private Capture asTheIntentSays(StripeException error, boolean definite) {
    try {
      PaymentIntent intent = stripe.v1().paymentIntents().retrieve(payment.stripeId());
      if (!Intents.isHeld(intent)) {
        return Intents.capture(intent);
      }
      return definite ? letGo(error) : Errors.unknown(payment, error);
    } catch (StripeException e) {
      return Errors.isMissing(e)
          ? new Refused(Errors.messageOf(error))
          : Errors.unknown(payment, e);
    }
  }

  private Capture letGo(StripeException refusal) throws StripeException {
    PaymentIntentCancelParams params = PaymentIntentCancelParams.builder().build();
    stripe
        .v1()
        .paymentIntents()
        .cancel(payment.stripeId(), params, Keys.ofRepeatable(payment, "cancel"));
    return new Refused(Errors.messageOf(refusal));
  }
}
