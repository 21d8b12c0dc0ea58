package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.List;
import java.util.Set;

/** Reads the parameters of a payment intent and makes the record, with all of Stripe's fields. */
final class NewIntent {
  static final Set<String> CAPTURE_METHODS = Set.of("automatic", "automatic_async", "manual");
  private static final Set<String> REDIRECTS = Set.of("always", "never");
  private static final List<String> ABSENT =
      List.of(
          "application",
          "application_fee_amount",
          "canceled_at",
          "cancellation_reason",
          "customer",
          "last_payment_error",
          "latest_charge",
          "next_action",
          "on_behalf_of",
          "payment_method",
          "processing",
          "review",
          "setup_future_usage",
          "shipping",
          "source",
          "transfer_data");

  private NewIntent() {}

  static ObjectNode from(Call call) {
    Params params = call.params();
    String currency = Amounts.currency(params);
    long amount = Amounts.toPay(params, currency);
    String id = Ids.next("pi_");
    ObjectNode intent = Json.object();
    intent.put("id", id);
    intent.put("object", Kind.PAYMENT_INTENT.object());
    intent.put("amount", amount);
    intent.put("amount_capturable", 0);
    intent.put("amount_received", 0);
    ABSENT.forEach(intent::putNull);
    automaticMethods(params, intent);
    String capture = params.oneOf("capture_method", CAPTURE_METHODS);
    intent.put("capture_method", capture == null ? "automatic_async" : capture);
    intent.put("client_secret", Ids.next(id + "_secret_"));
    params.oneOf("confirmation_method", Set.of("automatic"));
    intent.put("confirmation_method", "automatic");
    intent.put("created", call.changes().now());
    intent.put("currency", currency);
    intent.put("livemode", false);
    Metadata.merge(params, intent);
    describe(params, intent);
    intent.withArrayProperty("payment_method_types").add("card");
    intent.put("status", "requires_payment_method");
    Json.notes(intent).put("idempotency_key", call.changes().idempotencyKey());
    return intent;
  }

  /** The fields that only describe, which may be set at creation and later. */
  static void describe(Params params, ObjectNode intent) {
    for (String field :
        List.of(
            "description",
            "receipt_email",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "transfer_group")) {
      if (params.has(field) || !intent.has(field)) {
        intent.put(field, params.text(field));
      }
    }
  }

  private static void automaticMethods(Params params, ObjectNode intent) {
    List<String> types = params.list("payment_method_types");
    boolean automatic = params.flag("automatic_payment_methods[enabled]");
    String redirects = params.oneOf("automatic_payment_methods[allow_redirects]", REDIRECTS);
    if (automatic && !types.isEmpty()) {
      throw ApiError.parameter(
          null,
          "automatic_payment_methods",
          "You may only specify one of these parameters: automatic_payment_methods,"
              + " payment_method_types.");
    }
    if (types.stream().anyMatch(type -> !type.equals("card"))) {
      throw ApiError.parameter(
          null, "payment_method_types", "The sandbox knows one payment method type: card.");
    }
    boolean off = params.has("automatic_payment_methods[enabled]") && !automatic;
    if (types.isEmpty() && !off) {
      ObjectNode methods = intent.withObjectProperty("automatic_payment_methods");
      methods.put("allow_redirects", redirects == null ? "always" : redirects);
      methods.put("enabled", true);
    } else {
      intent.putNull("automatic_payment_methods");
    }
  }
}
