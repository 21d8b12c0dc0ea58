package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;

/** Lets a holder's bank dispute a charge, which at Stripe only the bank can do. */
final class Disputes {
  private Disputes() {}

  static Answer open(Changes changes, String intentId) {
    ObjectNode intent = changes.find(Kind.PAYMENT_INTENT, intentId);
    if (intent == null || !PaymentIntents.status(intent).equals("succeeded")) {
      throw new ControlError(409, "Only a payment intent that has succeeded can be disputed.");
    }
    ObjectNode charge = changes.find(Kind.CHARGE, Json.text(intent, "latest_charge"));
    charge.put("disputed", true);
    changes.put(Kind.CHARGE, charge);
    ObjectNode dispute = Json.object();
    dispute.put("id", Ids.next("dp_"));
    dispute.put("object", "dispute");
    dispute.set("amount", charge.get("amount_captured"));
    dispute.set("charge", charge.get("id"));
    dispute.put("created", changes.now());
    dispute.set("currency", charge.get("currency"));
    dispute.withObjectProperty("metadata");
    dispute.set("payment_intent", intent.get("id"));
    dispute.put("reason", "fraudulent");
    dispute.put("status", "needs_response");
    changes.event("charge.dispute.created", dispute);
    return Answer.ok(dispute);
  }
}
