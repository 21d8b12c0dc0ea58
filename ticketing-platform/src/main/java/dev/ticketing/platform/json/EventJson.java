package dev.ticketing.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import java.util.ArrayList;
import java.util.List;

/** Turns envelopes into JSON and back; the type in the envelope decides the record of its data. */
public final class EventJson {

  private EventJson() {}

  public static String write(Envelope<?> envelope) {
    try {
      return Json.mapper().writeValueAsString(envelope);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Event cannot be written: " + envelope, e);
    }
  }

  /**
   * Reads one envelope without looking at its schema.
   *
   * @throws MalformedEvent when it is no envelope of a known type
   */
  public static Envelope<?> read(JsonNode tree) {
    try {
      EventType type = EventType.valueOf(tree.path("type").asText());
      JavaType envelope =
          Json.mapper().getTypeFactory().constructParametricType(Envelope.class, type.dataClass());
      return Json.mapper().convertValue(tree, envelope);
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent(e.getMessage(), e);
    }
  }

  public static String writeAll(List<? extends Envelope<?>> envelopes) {
    try {
      return Json.mapper().writeValueAsString(envelopes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Events cannot be written: " + envelopes, e);
    }
  }

  /**
   * @throws MalformedEvent when the text is not an array of envelopes of known types
   */
  public static List<Envelope<?>> readAll(String json) {
    JsonNode tree = parse(json);
    if (!(tree instanceof ArrayNode array)) {
      throw new MalformedEvent("Not an array of events", null);
    }
    List<Envelope<?>> envelopes = new ArrayList<>(array.size());
    array.forEach(element -> envelopes.add(read(element)));
    return envelopes;
  }

  static JsonNode parse(String json) {
    if (json == null) {
      throw new MalformedEvent("No message at all", null);
    }
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new MalformedEvent("Not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
