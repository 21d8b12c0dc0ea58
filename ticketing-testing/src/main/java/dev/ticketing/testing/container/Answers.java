package dev.ticketing.testing.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** Reads the answers of the server's HTTP interface. */
public final class Answers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  /** The status, and the product's own error body with at least one message. */
  public static void assertRefused(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    assertTrue(type.startsWith("application/json"), type);
    assertFalse(json(answer).at("/errors/0/message").asText().isBlank(), answer.body());
  }

  /** The JSON of an answer that must have this status. */
  public static JsonNode expect(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return json(answer);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + answer.body(), e);
    }
  }
}
