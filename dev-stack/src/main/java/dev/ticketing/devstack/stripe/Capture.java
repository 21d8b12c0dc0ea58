package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;

/** Takes the money that an authorisation has set aside: all of it or a part, and only once. */
final class Capture {
  private Capture() {}

  static Answer capture(Call call) {
    ObjectNode intent = PaymentIntents.find(call);
    Params params = call.params();
    Long asked =
        params.has("amount_to_capture") ? Amounts.positive(params, "amount_to_capture") : null;
    requireCapturable(intent);
    long capturable = intent.path("amount_capturable").longValue();
    long amount = asked == null ? capturable : asked;
    if (amount > capturable) {
      String currency = Json.text(intent, "currency");
      throw ApiError.outcome(
          "amount_too_large",
          "amount_to_capture",
          "The amount to capture ("
              + Amounts.shown(amount, currency)
              + ") is greater than the amount that can be captured ("
              + Amounts.shown(capturable, currency)
              + ").");
    }
    Changes changes = call.changes();
    ObjectNode charge = changes.find(Kind.CHARGE, Json.text(intent, "latest_charge"));
    if (call.forced().decline() != null) {
      ObjectNode method = changes.find(Kind.PAYMENT_METHOD, Json.text(intent, "payment_method"));
      return new Settlement(changes, intent, method)
          .declineCapture(charge, call.forced().decline());
    }
    charge.put("amount_captured", amount).put("captured", true);
    Metadata.merge(params, intent);
    intent.put("amount_capturable", 0).put("amount_received", amount).put("status", "succeeded");
    changes.put(Kind.CHARGE, charge);
    changes.put(Kind.PAYMENT_INTENT, intent);
    changes.event("charge.captured", charge);
    changes.event("payment_intent.succeeded", intent);
    return Answer.ok(Json.published(intent));
  }

  private static void requireCapturable(ObjectNode intent) {
    String status = PaymentIntents.status(intent);
    if (status.equals("succeeded")) {
      throw ApiError.unexpectedState(
          intent, "This PaymentIntent could not be captured because it has already been captured.");
    }
    if (!status.equals("requires_capture")) {
      throw ApiError.unexpectedState(
          intent,
          "This PaymentIntent could not be captured because it has a status of "
              + status
              + ". Only a PaymentIntent with one of the following statuses may be captured:"
              + " requires_capture.");
    }
  }
}
