package dev.ticketing.payments.adapter.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import dev.ticketing.payments.application.PaymentGateway.Authorization;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.InvalidToken;
import dev.ticketing.payments.application.PaymentGateway.Unknown;
import dev.ticketing.payments.domain.Payment;

/** What Stripe's errors mean for a payment. */
final class Errors {

  private static final System.Logger LOG = System.getLogger(Errors.class.getName());
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private Errors() {}

  /** Stripe's words for the buyer, without codes and request ids. */
  static String messageOf(StripeException e) {
    String message = e.getUserMessage();
    return message == null || message.isBlank() ? "The payment was refused" : message;
  }

  /** A conflict means that the same request is being worked on; anything else is Stripe's no. */
  static Authorization refusedAuthorization(InvalidRequestException e) {
    if (isInProgress(e)) {
      return new Unknown();
    }
    String param = e.getParam() == null ? "" : e.getParam();
    boolean aboutToken = param.contains("token") || param.startsWith("payment_method");
    return aboutToken || "token_already_used".equals(e.getCode())
        ? new InvalidToken(messageOf(e))
        : new Declined(messageOf(e));
  }

  static boolean isMissing(StripeException e) {
    return e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND;
  }

  /** Whether Stripe is still working on the same request. */
  static boolean isInProgress(StripeException e) {
    return e.getStatusCode() != null && e.getStatusCode() == CONFLICT;
  }

  static Unknown unknown(Payment payment, StripeException e) {
    warn(payment, "Stripe's answer is unknown", e);
    return new Unknown();
  }

  static void warn(Payment payment, String what, StripeException e) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Payment "
            + payment.id()
            + ": "
            + what
            + " ("
            + e.getClass().getSimpleName()
            + ", "
            + e.getCode()
            + ", request "
            + e.getRequestId()
            + ")");
  }
}
