package dev.ticketing.payments.adapter.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import dev.ticketing.payments.application.PaymentGateway.Authorization;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.InvalidToken;
import dev.ticketing.payments.application.PaymentGateway.Unknown;

/** What Stripe's errors mean for a payment. */
final class Errors {

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

  /** Whether the intent, as it is, does not allow the step, or the bank has refused it. */
  static boolean isStateConflict(StripeException e) {
    return e instanceof CardException || e instanceof InvalidRequestException && !isInProgress(e);
  }

  static boolean isMissing(StripeException e) {
    return e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND;
  }

  private static boolean isInProgress(StripeException e) {
    return e.getStatusCode() != null && e.getStatusCode() == CONFLICT;
  }
}
