package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.Set;

/** Gives captured money back, in one refund or several, never more than was captured. */
final class Refunds {
  private static final Set<String> REASONS =
      Set.of("duplicate", "fraudulent", "requested_by_customer");

  private Refunds() {}

  static Answer create(Call call) {
    Params params = call.params();
    String reason = params.oneOf("reason", REASONS);
    Long asked = params.has("amount") ? Amounts.positive(params, "amount") : null;
    ObjectNode charge = charge(call);
    long left =
        charge.path("amount_captured").longValue() - charge.path("amount_refunded").longValue();
    if (left == 0) {
      throw ApiError.outcome(
          "charge_already_refunded",
          null,
          "Charge " + Json.text(charge, "id") + " has already been refunded.");
    }
    long amount = asked == null ? left : asked;
    if (amount > left) {
      String currency = Json.text(charge, "currency");
      throw ApiError.outcome(
          "amount_too_large",
          "amount",
          "Refund amount ("
              + Amounts.shown(amount, currency)
              + ") is greater than unrefunded amount on charge ("
              + Amounts.shown(left, currency)
              + ")");
    }
    charge.put("amount_refunded", charge.path("amount_refunded").longValue() + amount);
    charge.put("refunded", amount == left);
    ObjectNode refund = refund(call, charge, amount, reason);
    call.changes().put(Kind.CHARGE, charge);
    call.changes().put(Kind.REFUND, refund);
    call.changes().event("refund.created", refund);
    call.changes().event("charge.refunded", charge);
    return Answer.ok(Json.published(refund));
  }

  static Answer retrieve(Call call) {
    ObjectNode refund = call.changes().find(Kind.REFUND, call.id());
    if (refund == null) {
      throw ApiError.missing(404, "refund", "refund", call.id());
    }
    return Answer.ok(Json.published(refund));
  }

  private static ObjectNode charge(Call call) {
    Params params = call.params();
    String id = params.text("charge");
    if (params.has("payment_intent")) {
      String intentId = params.text("payment_intent");
      ObjectNode intent = call.changes().find(Kind.PAYMENT_INTENT, intentId);
      if (intent == null) {
        throw ApiError.missing(400, "payment_intent", "payment_intent", intentId);
      }
      if (!PaymentIntents.status(intent).equals("succeeded")) {
        throw ApiError.outcome(
            null,
            "payment_intent",
            "This PaymentIntent (" + intentId + ") does not have a successful charge to refund.");
      }
      id = Json.text(intent, "latest_charge");
    }
    if (id == null) {
      throw ApiError.parameter(
          "parameter_missing",
          null,
          "One of the following params should be provided for this request: payment_intent or"
              + " charge.");
    }
    ObjectNode charge = call.changes().find(Kind.CHARGE, id);
    if (charge == null) {
      throw ApiError.missing(400, "charge", "charge", id);
    }
    if (!charge.path("captured").booleanValue()) {
      throw ApiError.outcome(
          "charge_not_refundable", "charge", "Charge " + id + " has no captured money to refund.");
    }
    return charge;
  }

  private static ObjectNode refund(Call call, ObjectNode charge, long amount, String reason) {
    ObjectNode refund = Json.object();
    refund.put("id", Ids.next("re_"));
    refund.put("object", Kind.REFUND.object());
    refund.put("amount", amount);
    refund.putNull("balance_transaction");
    refund.set("charge", charge.get("id"));
    refund.put("created", call.changes().now());
    refund.set("currency", charge.get("currency"));
    Metadata.merge(call.params(), refund);
    refund.set("payment_intent", charge.get("payment_intent"));
    refund.put("reason", reason);
    refund.putNull("receipt_number");
    refund.putNull("source_transfer_reversal");
    refund.put("status", "succeeded");
    refund.putNull("transfer_reversal");
    return refund;
  }
}
