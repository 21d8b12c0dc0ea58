package dev.ticketing.system.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;

/** What the server answered, as it came over the wire. */
public record Answer(int status, MultivaluedMap<String, String> headers, String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** This answer, which must have that status. */
  public Answer expect(int expected) {
    assertEquals(expected, status, text);
    return this;
  }

  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  /** A text in the body. */
  public String field(String name) {
    return json().path(name).asText();
  }

  public String id() {
    return field("id");
  }

  public String header(String name) {
    return headers.getFirst(name);
  }
}
