package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.Set;

/** Confirms a payment intent: what its card says decides what becomes of it. */
final class Confirmation {
  private static final Set<String> CONFIRMABLE =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");

  private Confirmation() {}

  static Answer confirm(Call call) {
    ObjectNode intent = PaymentIntents.find(call);
    String status = PaymentIntents.status(intent);
    if (status.equals("succeeded")) {
      throw ApiError.unexpectedState(
          intent,
          "You cannot confirm this PaymentIntent because it has already succeeded after being"
              + " previously confirmed.");
    }
    if (!CONFIRMABLE.contains(status)) {
      throw ApiError.unexpectedState(
          intent,
          "You cannot confirm this PaymentIntent because it has a status of "
              + status
              + ". Only a PaymentIntent with one of the following statuses may be confirmed:"
              + " requires_payment_method, requires_confirmation, requires_action.");
    }
    String capture = call.params().oneOf("capture_method", NewIntent.CAPTURE_METHODS);
    if (capture != null) {
      intent.put("capture_method", capture);
    }
    NewIntent.describe(call.params(), intent);
    PaymentMethods.choose(call, intent);
    return confirm(call, intent);
  }

  /** Confirms an intent that has its payment method. */
  static Answer confirm(Call call, ObjectNode intent) {
    ObjectNode method =
        call.changes().find(Kind.PAYMENT_METHOD, Json.text(intent, "payment_method"));
    if (method == null) {
      throw ApiError.unexpectedState(
          intent,
          "You cannot confirm this PaymentIntent because it's missing a payment method. You can"
              + " either update the PaymentIntent with a payment method and then confirm it again,"
              + " or confirm it again directly with a payment method or ConfirmationToken.");
    }
    requireReturnUrl(call, intent);
    Settlement settlement = new Settlement(call.changes(), intent, method);
    if (call.forced().processing()) {
      settlement.process();
      return PaymentIntents.shown(call, intent);
    }
    CardDecline decline = decline(call, PaymentMethods.card(method));
    if (decline != null) {
      return settlement.decline(decline);
    }
    if (PaymentMethods.card(method).authenticates()) {
      settlement.requireAction(call.origin(), call.params().text("return_url"));
    } else {
      settlement.approve();
    }
    return PaymentIntents.shown(call, intent);
  }

  private static CardDecline decline(Call call, TestCard card) {
    if (call.forced().decline() != null) {
      return call.forced().decline();
    }
    if (!card.authenticates()) {
      return card.decline();
    }
    if (call.params().flag("off_session")) {
      return CardDecline.of("authentication_required");
    }
    boolean refuse = call.params().flag("error_on_requires_action");
    return refuse ? CardDecline.of("authentication_not_handled") : null;
  }

  private static void requireReturnUrl(Call call, ObjectNode intent) {
    boolean redirects =
        "always".equals(intent.path("automatic_payment_methods").path("allow_redirects").asText());
    Params params = call.params();
    if (redirects
        && !call.publishable()
        && !params.has("return_url")
        && !params.flag("use_stripe_sdk")) {
      throw ApiError.parameter(
          null,
          "return_url",
          "This PaymentIntent is configured to accept payment methods enabled in your Dashboard."
              + " Because some of these payment methods might redirect your customer off of your"
              + " page, you must provide a `return_url`. If you don't want to accept redirect-based"
              + " payment methods, set `automatic_payment_methods[enabled]` to `true` and"
              + " `automatic_payment_methods[allow_redirects]` to `never` when creating"
              + " PaymentIntents.");
    }
  }
}
