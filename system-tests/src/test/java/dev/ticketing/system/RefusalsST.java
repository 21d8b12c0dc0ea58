package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketing.system.client.RawRequest;
import dev.ticketing.system.running.RefusalCast;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with a request, the answer has the status of the contract and the one error
 * body, and tells nothing of the server's inside. The cases are the lines of refusals.csv: who
 * sends what, and how it is refused.
 */
@SystemTest
class RefusalsST {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> INSIDES =
      List.of(
          "<html",
          "\tat ",
          "Exception",
          "jakarta.",
          "java.",
          "com.ibm",
          "org.jboss",
          "dev.ticketing");

  private final Ticketing ticketing;
  private final RefusalCast cast;

  RefusalsST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.cast = new RefusalCast(ticketing);
  }

  @ParameterizedTest(name = "{0} {1} by {2} {3} {4} -> {5} {6}")
  @CsvFileSource(
      resources = "refusals.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000,
      numLinesToSkip = 1)
  void isRefused(
      String method, String path, String who, String header, String body, int status, String field)
      throws IOException {
    HttpResponse<String> answer = send(method, path, who, header, body);

    assertEquals(status, answer.statusCode(), answer.body());
    assertIsErrorBody(answer, field);
    assertTellsNoInsides(answer);
  }

  /** The container refuses these by itself, before any application could answer in JSON. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/tickets/%00", "/api/tickets/../../../etc/passwd"})
  void aMalformedAddressIsTheClientsMistake(String path) {
    HttpResponse<String> answer = send("GET", path, "nobody", null, null);

    assertEquals(400, answer.statusCode(), answer.body());
    assertTellsNoInsides(answer);
  }

  private HttpResponse<String> send(
      String method, String path, String who, String header, String body) {
    URI target = URI.create(ticketing.uri() + cast.fill(path));
    RawRequest request = new RawRequest(method, target);
    cast.tokenOf(who).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    if (body != null) {
      request.header("Content-Type", "application/json");
      String text = cast.fill(body);
      if (text.startsWith("chunked ")) {
        request.chunked(text.substring("chunked ".length()));
      } else {
        request.body(text);
      }
    }
    if (header != null) {
      int colon = header.indexOf(':');
      request.header(header.substring(0, colon), cast.fill(header.substring(colon + 1).strip()));
    }
    return request.send();
  }

  private static void assertIsErrorBody(HttpResponse<String> answer, String field)
      throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    assertTrue(type.startsWith("application/json"), "Content-Type: " + type);
    JsonNode body = JSON.readTree(answer.body());
    assertEquals(Set.of("errors"), JSON.convertValue(body, Map.class).keySet());
    assertFalse(body.path("errors").isEmpty(), answer.body());
    for (JsonNode error : body.path("errors")) {
      assertFalse(error.path("message").asText().isBlank(), answer.body());
    }
    List<String> fields = body.findValuesAsText("field");
    assertEquals(field == null ? List.of() : List.of(field.split(" ")), fields, answer.body());
  }

  private static void assertTellsNoInsides(HttpResponse<String> answer) {
    assertAll(
        INSIDES.stream()
            .map(inside -> () -> assertFalse(answer.body().contains(inside), answer.body())));
    for (String name : List.of("Server", "X-Powered-By", "$WSEP")) {
      assertTrue(answer.headers().firstValue(name).isEmpty(), name + " is told");
    }
  }
}
