package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/** Reads the JSON that is sent to the controls, and refuses what it does not know. */
final class ControlBody {
  private final JsonNode json;

  private ControlBody(JsonNode json) {
    this.json = json;
  }

  static ControlBody parse(String text, Set<String> fields) {
    try {
      JsonNode json = Json.MAPPER.readTree(text.isBlank() ? "{}" : text);
      if (!(json instanceof ObjectNode)) {
        throw new ControlError(400, "The body must be a JSON object.");
      }
      return new ControlBody(json).allowOnly(fields);
    } catch (JsonProcessingException e) {
      throw new ControlError(400, "The body is not JSON: " + e.getOriginalMessage());
    }
  }

  static Switch toSwitch(String text) {
    ControlBody body =
        parse(text, Set.of("match", "delayMillis", "failure", "status", "declineCode", "times"));
    JsonNode match = body.json.path("match");
    ControlBody matched =
        new ControlBody(match.isMissingNode() ? Json.object() : match)
            .allowOnly(Set.of("method", "path", "operation"));
    return new Switch(
        matched.text("method"),
        matched.text("path"),
        matched.text("operation"),
        body.number("delayMillis", 0),
        failure(body.text("failure")),
        (int) body.number("status", 500),
        body.json.hasNonNull("declineCode") ? body.text("declineCode") : "generic_decline",
        (int) body.number("times", 0));
  }

  String text(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new ControlError(400, field + " must be a text.");
    }
    return value.textValue();
  }

  /** The flag, or null where it is absent. */
  Boolean flag(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw new ControlError(400, field + " must be true or false.");
    }
    return value.booleanValue();
  }

  private long number(String field, long otherwise) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
      throw new ControlError(400, field + " must be a whole number, at least 0.");
    }
    return value.longValue();
  }

  private ControlBody allowOnly(Set<String> fields) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.contains(name)) {
        throw new ControlError(400, "Unknown field " + name + "; known are " + fields + ".");
      }
    }
    return this;
  }

  private static Failure failure(String name) {
    try {
      return name == null ? Failure.NONE : Failure.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ControlError(400, "Unknown failure " + name + ".");
    }
  }
}
