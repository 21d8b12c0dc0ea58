package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;

/** The outcomes of an attempt to pay an intent, each with its charge and its events. */
final class Settlement {
  private final Changes changes;
  private final ObjectNode intent;
  private final ObjectNode method;

  Settlement(Changes changes, ObjectNode intent, ObjectNode method) {
    this.changes = changes;
    this.intent = intent;
    this.method = method;
  }

  /** Takes the money, or with manual capture sets it aside. */
  void approve() {
    boolean manual = "manual".equals(Json.text(intent, "capture_method"));
    long amount = intent.path("amount").longValue();
    ObjectNode charge = Charges.approved(changes.now(), intent, method, !manual);
    changes.put(Kind.CHARGE, charge);
    intent.put("latest_charge", Json.text(charge, "id"));
    intent.put("amount_capturable", manual ? amount : 0);
    intent.put("amount_received", manual ? 0 : amount);
    intent.putNull("last_payment_error");
    moveTo(manual ? "requires_capture" : "succeeded");
    changes.event("charge.succeeded", charge);
    changes.event(
        manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent);
  }

  /** Records the failed attempt; the intent then waits for another payment method. */
  Answer decline(CardDecline decline) {
    ObjectNode charge = Charges.declined(changes.now(), intent, method, decline);
    changes.put(Kind.CHARGE, charge);
    intent.put("latest_charge", Json.text(charge, "id"));
    Answer answer = refuse(decline, Json.text(charge, "id"));
    changes.event("charge.failed", charge);
    changes.event("payment_intent.payment_failed", intent);
    return answer;
  }

  /** The issuer goes back on an authorisation, so that nothing can be captured any more. */
  Answer declineCapture(ObjectNode charge, CardDecline decline) {
    charge.put("status", "failed").put("paid", false);
    charge.put("failure_code", decline.code()).put("failure_message", decline.message());
    changes.put(Kind.CHARGE, charge);
    intent.put("amount_capturable", 0);
    Answer answer = refuse(decline, Json.text(charge, "id"));
    changes.event("charge.failed", charge);
    changes.event("payment_intent.payment_failed", intent);
    return answer;
  }

  /** Waits for the holder; a return URL gets a page where a person decides how that ends. */
  void requireAction(String origin, String returnUrl) {
    moveTo("requires_action");
    ObjectNode action = intent.withObjectProperty("next_action");
    if (returnUrl == null) {
      action.put("type", "use_stripe_sdk");
      action.withObjectProperty("use_stripe_sdk").put("type", "three_d_secure_redirect");
    } else {
      action.put("type", "redirect_to_url");
      String page = origin + AuthenticationPage.PATH + "?payment_intent=" + Json.text(intent, "id");
      action.withObjectProperty("redirect_to_url").put("return_url", returnUrl).put("url", page);
    }
    changes.event("payment_intent.requires_action", intent);
  }

  void process() {
    moveTo("processing");
    changes.event("payment_intent.processing", intent);
  }

  /** The holder did not authenticate: there is no charge, and the intent needs another method. */
  void failAuthentication() {
    refuse(
        new CardDecline(
            "payment_intent_authentication_failure",
            null,
            "We are unable to authenticate your payment method. Please choose a different payment"
                + " method and try again."),
        null);
    changes.event("payment_intent.payment_failed", intent);
  }

  private Answer refuse(CardDecline decline, String charge) {
    Answer answer = ApiError.card(decline.code(), null, decline.message()).answer();
    ObjectNode error = answer.body().withObjectProperty("error");
    if (charge != null) {
      error.put("charge", charge);
    }
    if (decline.declineCode() != null) {
      error.put("decline_code", decline.declineCode());
    }
    error.set("payment_method", Json.published(method));
    intent.set("last_payment_error", error.deepCopy());
    intent.putNull("payment_method");
    moveTo("requires_payment_method");
    error.set("payment_intent", Json.published(intent));
    return answer;
  }

  private void moveTo(String status) {
    intent.put("status", status);
    intent.putNull("next_action");
    changes.put(Kind.PAYMENT_INTENT, intent);
  }
}
