package dev.ticketing.payments.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.RefundCreateParams;
import dev.ticketing.payments.application.PaymentGateway;
import dev.ticketing.payments.domain.Payment;

/**
 * Asks Stripe. Every request carries a key made of the payment's id and the step, so that Stripe
 * answers a repeated request as it did the first. Where Stripe refuses a step because of the state
 * of the PaymentIntent, the intent itself is asked what has happened.
 */
public final class StripeGateway implements PaymentGateway {

  private final StripeClient stripe;

  /**
   * @param stripe null when there is no key
   */
  public StripeGateway(StripeClient stripe) {
    this.stripe = stripe;
  }

  @Override
  public boolean isConfigured() {
    return stripe != null;
  }

  @Override
  public Authorization authorize(Payment payment) {
    if (!isConfigured()) {
      return new Unknown();
    }
    try {
      PaymentIntent intent =
          stripe
              .v1()
              .paymentIntents()
              .create(IntentRequest.of(payment), Keys.of(payment, "authorize"));
      return Intents.isHeld(intent)
          ? new Authorized(intent.getId())
          : Intents.authorization(stripe.v1().paymentIntents().retrieve(intent.getId()));
    } catch (CardException e) {
      return new Declined(Errors.messageOf(e));
    } catch (AuthenticationException e) {
      Errors.warn(payment, "Stripe does not accept the key in STRIPE_API_KEY", e);
      return new Unavailable();
    } catch (InvalidRequestException e) {
      return Errors.refusedAuthorization(e);
    } catch (StripeException e) {
      return Errors.unknown(payment, e);
    }
  }

  @Override
  public Authorization lookUp(Payment payment) {
    if (!isConfigured()) {
      return new Unknown();
    }
    try {
      return new IntentList(stripe)
          .ofPayment(payment)
          .map(Intents::authorization)
          .orElseGet(Absent::new);
    } catch (StripeException e) {
      return Errors.unknown(payment, e);
    }
  }

  @Override
  public Capture capture(Payment payment) {
    if (!isConfigured()) {
      return new Unknown();
    }
    return new CaptureCall(stripe, payment).make();
  }

  @Override
  public Cancellation cancel(Payment payment) {
    if (!isConfigured()) {
      return new Unknown();
    }
    try {
      stripe
          .v1()
          .paymentIntents()
          .cancel(
              payment.stripeId(),
              PaymentIntentCancelParams.builder().build(),
              Keys.ofRepeatable(payment, "cancel"));
      return new Cancelled();
    } catch (StripeException e) {
      return switch (standingOf(payment)) {
        case RELEASED -> new Cancelled();
        case CAPTURED -> new AlreadyCaptured();
        case HELD, UNKNOWN -> Errors.unknown(payment, e);
      };
    }
  }

  @Override
  public Refunding refund(Payment payment) {
    if (!isConfigured()) {
      return new Unknown();
    }
    RefundCreateParams params =
        RefundCreateParams.builder().setPaymentIntent(payment.stripeId()).build();
    try {
      stripe.v1().refunds().create(params, Keys.ofRepeatable(payment, "refund"));
      return new Refunded();
    } catch (StripeException e) {
      return "charge_already_refunded".equals(e.getCode())
          ? new Refunded()
          : Errors.unknown(payment, e);
    }
  }

  @Override
  public Standing standingOf(Payment payment) {
    if (!isConfigured()) {
      return Standing.UNKNOWN;
    }
    try {
      return Intents.standing(stripe.v1().paymentIntents().retrieve(payment.stripeId()));
    } catch (StripeException e) {
      return Errors.isMissing(e) ? Standing.RELEASED : Standing.UNKNOWN;
    }
  }
}
