package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.Set;

/** Cancels an intent whose money has not been taken, and lets go of what was set aside. */
final class Cancellation {
  private static final Set<String> CANCELABLE =
      Set.of(
          "requires_payment_method",
          "requires_capture",
          "requires_confirmation",
          "requires_action");
  private static final Set<String> REASONS =
      Set.of("abandoned", "duplicate", "fraudulent", "requested_by_customer");

  private Cancellation() {}

  static Answer cancel(Call call) {
    ObjectNode intent = PaymentIntents.find(call);
    String reason = call.params().oneOf("cancellation_reason", REASONS);
    String status = PaymentIntents.status(intent);
    if (!CANCELABLE.contains(status)) {
      throw ApiError.unexpectedState(
          intent,
          "You cannot cancel this PaymentIntent because it has a status of "
              + status
              + ". Only a PaymentIntent with one of the following statuses may be canceled:"
              + " requires_payment_method, requires_capture, requires_confirmation,"
              + " requires_action.");
    }
    cancel(call.changes(), intent, reason);
    return Answer.ok(Json.published(intent));
  }

  static void cancel(Changes changes, ObjectNode intent, String reason) {
    if (PaymentIntents.status(intent).equals("requires_capture")) {
      ObjectNode charge = changes.find(Kind.CHARGE, Json.text(intent, "latest_charge"));
      charge.set("amount_refunded", charge.get("amount"));
      charge.put("refunded", true);
      changes.put(Kind.CHARGE, charge);
      changes.event("charge.refunded", charge);
    }
    intent.put("amount_capturable", 0);
    intent.put("canceled_at", changes.now());
    intent.put("cancellation_reason", reason);
    intent.putNull("next_action");
    intent.put("status", "canceled");
    changes.put(Kind.PAYMENT_INTENT, intent);
    changes.event("payment_intent.canceled", intent);
  }
}
