package dev.ticketing.system.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

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

  /** What a cookie is set to; null where it is not. */
  public String cookie(String name) {
    return headers.getOrDefault("Set-Cookie", List.of()).stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
        .findFirst()
        .orElse(null);
  }

  /** What an access token says, good or not. */
  public static JsonNode claimsOf(String token) {
    return partOf(token, 1);
  }

  /** What an access token says of itself: by what it is signed, and how. */
  public static JsonNode headerOf(String token) {
    return partOf(token, 0);
  }

  private static JsonNode partOf(String token, int part) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[part]));
    } catch (IOException e) {
      throw new AssertionError("No token: " + token, e);
    }
  }
}
