package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.List;
import java.util.Map;

/** Puts whole objects in the place of the ids that a request asks to expand. */
final class Expansion {
  private static final Map<String, Kind> EXPANDABLE =
      Map.of(
          "latest_charge", Kind.CHARGE,
          "charge", Kind.CHARGE,
          "payment_intent", Kind.PAYMENT_INTENT,
          "payment_method", Kind.PAYMENT_METHOD);

  private Expansion() {}

  static void apply(ObjectNode body, List<String> paths, Changes changes) {
    for (String path : paths) {
      if (path.startsWith("data.") && body.path("data").isArray()) {
        String inner = path.substring("data.".length());
        body.path("data").forEach(element -> expand((ObjectNode) element, inner, path, changes));
      } else {
        expand(body, path, path, changes);
      }
    }
  }

  private static void expand(ObjectNode node, String path, String whole, Changes changes) {
    int dot = path.indexOf('.');
    String field = dot < 0 ? path : path.substring(0, dot);
    Kind kind = EXPANDABLE.get(field);
    if (kind == null || !node.has(field)) {
      throw ApiError.parameter(null, "expand", "This property cannot be expanded (" + whole + ").");
    }
    JsonNode value = node.get(field);
    if (value.isTextual()) {
      node.set(field, Json.published(changes.find(kind, value.textValue())));
    }
    if (dot > 0 && node.get(field) instanceof ObjectNode inner) {
      expand(inner, path.substring(dot + 1), whole, changes);
    }
  }
}
