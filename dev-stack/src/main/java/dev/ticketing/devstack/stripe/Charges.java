package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.List;

/** Charges: one for every attempt that reached the card, approved or not. */
final class Charges {
  private static final List<String> ABSENT =
      List.of(
          "application",
          "application_fee",
          "application_fee_amount",
          "customer",
          "failure_balance_transaction",
          "failure_code",
          "failure_message",
          "on_behalf_of",
          "receipt_number",
          "receipt_url",
          "review",
          "shipping",
          "source_transfer",
          "transfer_data");

  private Charges() {}

  static ObjectNode approved(long now, ObjectNode intent, ObjectNode method, boolean captured) {
    ObjectNode charge = charge(now, intent, method);
    charge.put("amount_captured", captured ? intent.path("amount").longValue() : 0);
    charge.put("captured", captured);
    charge.put("paid", true);
    charge.put("status", "succeeded");
    outcome(charge, "approved_by_network", null, "Payment complete.", "authorized");
    return charge;
  }

  static ObjectNode declined(long now, ObjectNode intent, ObjectNode method, CardDecline decline) {
    ObjectNode charge = charge(now, intent, method);
    charge.put("failure_code", decline.code());
    charge.put("failure_message", decline.message());
    charge.put("status", "failed");
    outcome(
        charge,
        "declined_by_network",
        decline.declineCode(),
        "The bank did not approve this charge.",
        "issuer_declined");
    return charge;
  }

  static Answer retrieve(Call call) {
    ObjectNode charge = call.changes().find(Kind.CHARGE, call.id());
    if (charge == null) {
      throw ApiError.missing(404, "id", "charge", call.id());
    }
    return Answer.ok(Json.published(charge));
  }

  private static ObjectNode charge(long now, ObjectNode intent, ObjectNode method) {
    ObjectNode charge = Json.object();
    charge.put("id", Ids.next("ch_"));
    charge.put("object", Kind.CHARGE.object());
    charge.set("amount", intent.get("amount"));
    charge.put("amount_captured", 0);
    charge.put("amount_refunded", 0);
    ABSENT.forEach(charge::putNull);
    charge.putNull("balance_transaction");
    charge.set("billing_details", method.path("billing_details").deepCopy());
    charge.put("captured", false);
    charge.put("created", now);
    charge.set("currency", intent.get("currency"));
    charge.set("description", intent.get("description"));
    charge.put("disputed", false);
    charge.withObjectProperty("fraud_details");
    charge.put("livemode", false);
    charge.set("metadata", intent.path("metadata").deepCopy());
    charge.set("payment_intent", intent.get("id"));
    charge.put("paid", false);
    charge.set("payment_method", method.get("id"));
    ObjectNode details = charge.withObjectProperty("payment_method_details");
    details.set("card", method.path("card").deepCopy());
    details.put("type", "card");
    charge.set("receipt_email", intent.get("receipt_email"));
    charge.put("refunded", false);
    charge.set("statement_descriptor", intent.get("statement_descriptor"));
    charge.set("statement_descriptor_suffix", intent.get("statement_descriptor_suffix"));
    charge.set("transfer_group", intent.get("transfer_group"));
    return charge;
  }

  private static void outcome(
      ObjectNode charge, String network, String reason, String message, String type) {
    ObjectNode outcome = charge.withObjectProperty("outcome");
    outcome.put("network_status", network);
    outcome.put("reason", reason);
    outcome.put("risk_level", "normal");
    outcome.put("seller_message", message);
    outcome.put("type", type);
  }
}
