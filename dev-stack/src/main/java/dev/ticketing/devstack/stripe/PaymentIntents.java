package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.List;
import java.util.Set;

/** Creates, finds and updates payment intents. What moves money is in classes of its own. */
final class PaymentIntents {
  private static final Set<String> BEFORE_PAYMENT =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");
  private static final List<String> SECRET_ONLY = List.of("metadata", "latest_charge", "review");

  private PaymentIntents() {}

  static Answer create(Call call) {
    ObjectNode intent = NewIntent.from(call);
    boolean confirm = call.params().flag("confirm");
    PaymentMethods.choose(call, intent);
    if (!intent.path("payment_method").isNull()) {
      intent.put("status", "requires_confirmation");
    }
    call.changes().put(Kind.PAYMENT_INTENT, intent);
    call.changes().event("payment_intent.created", intent);
    return confirm ? Confirmation.confirm(call, intent) : Answer.ok(Json.published(intent));
  }

  static Answer retrieve(Call call) {
    return shown(call, find(call));
  }

  static Answer update(Call call) {
    ObjectNode intent = find(call);
    Params params = call.params();
    if (!BEFORE_PAYMENT.contains(status(intent))
        && (params.has("amount") || params.has("payment_method"))) {
      throw ApiError.unexpectedState(
          intent,
          "This PaymentIntent's amount and payment method could not be updated because it has a"
              + " status of "
              + status(intent)
              + ".");
    }
    if (params.has("amount")) {
      intent.put("amount", Amounts.toPay(params, Json.text(intent, "currency")));
    }
    Metadata.merge(params, intent);
    NewIntent.describe(params, intent);
    PaymentMethods.choose(call, intent);
    if (status(intent).equals("requires_payment_method")
        && !intent.path("payment_method").isNull()) {
      intent.put("status", "requires_confirmation");
    }
    call.changes().put(Kind.PAYMENT_INTENT, intent);
    return Answer.ok(Json.published(intent));
  }

  /** The intent in the path; a publishable key must come with the intent's client secret. */
  static ObjectNode find(Call call) {
    ObjectNode intent = call.changes().find(Kind.PAYMENT_INTENT, call.id());
    if (intent == null) {
      throw ApiError.missing(404, "intent", "payment_intent", call.id());
    }
    String secret = call.params().text("client_secret");
    boolean must = call.publishable() || secret != null;
    if (must && !Json.text(intent, "client_secret").equals(secret)) {
      throw ApiError.refused(
          400,
          null,
          "The client_secret provided does not match any associated PaymentIntent on this account.");
    }
    return intent;
  }

  /** The intent as this caller may see it: a browser gets less than the merchant's server. */
  static Answer shown(Call call, ObjectNode intent) {
    ObjectNode body = Json.published(intent);
    if (call.publishable()) {
      body.remove(SECRET_ONLY);
    }
    return Answer.ok(body);
  }

  static String status(ObjectNode intent) {
    return intent.path("status").textValue();
  }
}
