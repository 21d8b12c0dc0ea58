package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** The one JSON mapper of the sandbox, and the small steps that every object here needs. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  /** The field of a stored record that only the sandbox sees. */
  private static final String PRIVATE = "sandbox";

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a client may see of a record: everything but the sandbox's own field. */
  static ObjectNode published(ObjectNode record) {
    ObjectNode copy = record.deepCopy();
    copy.remove(PRIVATE);
    return copy;
  }

  /** The sandbox's own notes on a record. */
  static ObjectNode notes(ObjectNode record) {
    return record.withObjectProperty(PRIVATE);
  }

  /** The text of a field, or null where it is absent or null. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : null;
  }
}
