package dev.ticketing.payments.adapter.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import dev.ticketing.payments.application.PaymentGateway.Authorization;
import dev.ticketing.payments.application.PaymentGateway.Authorized;
import dev.ticketing.payments.application.PaymentGateway.Capture;
import dev.ticketing.payments.application.PaymentGateway.Captured;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.Refused;
import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.application.PaymentGateway.Unknown;
import dev.ticketing.payments.application.StripeBooks.Intent;

/** What the state of a PaymentIntent says about the money. */
final class Intents {

  /** Where an intent tells which payment it was made for. */
  static final String PAYMENT_ID = "paymentId";

  private Intents() {}

  /** The payment it was made for, or null when it is none of ours. */
  static String paymentOf(PaymentIntent intent) {
    return intent.getMetadata() == null ? null : intent.getMetadata().get(PAYMENT_ID);
  }

  /** As the books have it; the charge must have been asked for together with the intent. */
  static Intent entry(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    return new Intent(
        intent.getId(),
        paymentOf(intent),
        standing(intent),
        amount(intent.getAmountReceived()),
        charge == null ? 0 : amount(charge.getAmountRefunded()),
        charge != null && Boolean.TRUE.equals(charge.getDisputed()));
  }

  private static long amount(Long ofStripe) {
    return ofStripe == null ? 0 : ofStripe;
  }

  static boolean isHeld(PaymentIntent intent) {
    return standing(intent) == Standing.HELD;
  }

  static Standing standing(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "requires_capture" -> Standing.HELD;
      case "succeeded" -> Standing.CAPTURED;
      case "canceled", "requires_payment_method" -> Standing.RELEASED;
      default -> Standing.UNKNOWN;
    };
  }

  /** An intent that was captured meanwhile is authorised as well; the capture will find out. */
  static Authorization authorization(PaymentIntent intent) {
    return switch (standing(intent)) {
      case HELD, CAPTURED -> new Authorized(intent.getId());
      case RELEASED -> new Declined(whyNot(intent));
      case UNKNOWN -> new Unknown();
    };
  }

  static Capture capture(PaymentIntent intent) {
    return switch (standing(intent)) {
      case CAPTURED -> new Captured(intent.getAmountReceived());
      case RELEASED -> new Refused(whyNot(intent));
      case HELD, UNKNOWN -> new Unknown();
    };
  }

  private static String whyNot(PaymentIntent intent) {
    StripeError error = intent.getLastPaymentError();
    return error == null || error.getMessage() == null
        ? "The authorisation of this payment is no longer valid"
        : error.getMessage();
  }
}
