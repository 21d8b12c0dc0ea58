package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.List;
import java.util.Set;

/** Payment methods, all of them cards: made from a token, a test number or a documented name. */
final class PaymentMethods {
  private static final Set<String> TYPES = Set.of("card");

  private PaymentMethods() {}

  static Answer create(Call call) {
    call.params().required("type");
    return Answer.ok(Json.published(create(call, "")));
  }

  static Answer retrieve(Call call) {
    ObjectNode method = call.changes().find(Kind.PAYMENT_METHOD, call.id());
    if (method == null) {
      throw ApiError.missing(404, "payment_method", "PaymentMethod", call.id());
    }
    return Answer.ok(Json.published(method));
  }

  /** Gives the intent the payment method that the parameters name, if they name one. */
  static void choose(Call call, ObjectNode intent) {
    String id = call.params().text("payment_method");
    ObjectNode method = null;
    if (call.params().has("payment_method_data[type]")) {
      method = create(call, "payment_method_data");
    } else if (id != null) {
      method = find(call, id);
    }
    if (method != null) {
      intent.put("payment_method", method.path("id").textValue());
    }
  }

  static TestCard card(ObjectNode method) {
    return TestCards.named(Json.notes(method).path("card").textValue());
  }

  private static ObjectNode find(Call call, String id) {
    TestCard documented = TestCards.named("pm_card_", id);
    if (documented != null) {
      return store(call, documented, CardDetails.of(documented), "");
    }
    ObjectNode method = call.changes().find(Kind.PAYMENT_METHOD, id);
    if (method == null) {
      throw ApiError.missing(400, "payment_method", "PaymentMethod", id);
    }
    return method;
  }

  private static ObjectNode create(Call call, String prefix) {
    Params params = call.params();
    params.oneOf(below(prefix, "type"), TYPES);
    String card = below(prefix, "card");
    String token = params.text(card + "[token]");
    if (token != null) {
      TestCard spent = Tokens.spend(call.changes(), token, card + "[token]");
      return store(call, spent, CardDetails.of(spent), prefix);
    }
    if (!params.has(card + "[number]")) {
      throw ApiError.parameter("parameter_missing", card, "Missing required param: " + card + ".");
    }
    TestCard numbered = CardNumbers.read(params, card);
    ObjectNode details = CardDetails.of(numbered);
    CardNumbers.expiry(params, card, details);
    return store(call, numbered, details, prefix);
  }

  private static ObjectNode store(Call call, TestCard card, ObjectNode details, String prefix) {
    ObjectNode method = Json.object();
    method.put("id", Ids.next("pm_"));
    method.put("object", Kind.PAYMENT_METHOD.object());
    method.put("allow_redisplay", "unspecified");
    ObjectNode billing = method.withObjectProperty("billing_details");
    for (String field : List.of("email", "name", "phone")) {
      billing.put(field, call.params().text(below(prefix, "billing_details") + "[" + field + "]"));
    }
    method.set("card", details);
    method.put("created", call.changes().now());
    method.putNull("customer");
    method.put("livemode", false);
    method.withObjectProperty("metadata");
    method.put("type", "card");
    Json.notes(method).put("card", card.name());
    call.changes().put(Kind.PAYMENT_METHOD, method);
    return method;
  }

  private static String below(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "[" + name + "]";
  }
}
