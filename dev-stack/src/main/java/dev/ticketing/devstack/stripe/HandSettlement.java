package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.Set;

/**
 * Ends what only time or a person ends at Stripe: an authentication, a payment in processing, and
 * an authorisation that nobody captured before it ran out.
 */
final class HandSettlement {
  private static final Set<String> WAITING = Set.of("requires_action", "processing");

  private HandSettlement() {}

  static Answer settle(Changes changes, String id, String outcome) {
    ObjectNode intent = changes.find(Kind.PAYMENT_INTENT, id);
    if (intent == null) {
      throw new ControlError(404, "No such payment intent: " + id);
    }
    String status = PaymentIntents.status(intent);
    String returnUrl =
        intent.path("next_action").path("redirect_to_url").path("return_url").asText("");
    boolean authentication = status.equals("requires_action");
    boolean expires = "expired".equals(outcome) && status.equals("requires_capture");
    if (!expires && !(WAITING.contains(status) && isEnd(outcome))) {
      throw new ControlError(
          409, "An intent in " + status + " cannot be settled with the outcome " + outcome + ".");
    }
    if (expires) {
      Cancellation.cancel(changes, intent, "automatic");
    } else {
      ObjectNode method = changes.find(Kind.PAYMENT_METHOD, Json.text(intent, "payment_method"));
      finish(new Settlement(changes, intent, method), method, outcome, authentication);
    }
    ObjectNode body = Json.object();
    body.put("id", id).put("status", PaymentIntents.status(intent));
    if (!returnUrl.isEmpty()) {
      body.put("returnUrl", withResult(returnUrl, intent, outcome));
    }
    return Answer.ok(body);
  }

  private static void finish(
      Settlement settlement, ObjectNode method, String outcome, boolean authentication) {
    CardDecline decline = PaymentMethods.card(method).decline();
    if (outcome.equals("failed") && authentication) {
      settlement.failAuthentication();
    } else if (outcome.equals("failed")) {
      settlement.decline(decline == null ? CardDecline.of("generic_decline") : decline);
    } else if (decline != null) {
      settlement.decline(decline);
    } else {
      settlement.approve();
    }
  }

  private static boolean isEnd(String outcome) {
    return "succeeded".equals(outcome) || "failed".equals(outcome);
  }

  private static String withResult(String returnUrl, ObjectNode intent, String outcome) {
    return returnUrl
        + (returnUrl.contains("?") ? '&' : '?')
        + "payment_intent="
        + Json.text(intent, "id")
        + "&payment_intent_client_secret="
        + Json.text(intent, "client_secret")
        + "&redirect_status="
        + outcome;
  }
}
