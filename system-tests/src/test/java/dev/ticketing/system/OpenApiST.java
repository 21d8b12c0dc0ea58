package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of itself, to developers and to whoever watches over it. */
@SystemTest
class OpenApiST {

  private final Ticketing ticketing;

  OpenApiST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void oneDocumentDescribesThePathsOfAllDomains() {
    JsonNode paths =
        ticketing.visitor().get("/openapi?format=JSON").expect(200).json().path("paths");

    List<String> expected =
        List.of(
            "/api/users/signup",
            "/api/users/signin",
            "/api/users/signout",
            "/api/users/currentuser",
            "/api/users",
            "/api/users/me",
            "/api/users/me/password",
            "/api/users/forgot-password",
            "/api/users/reset-password",
            "/api/users/confirm-email",
            "/api/users/resend-confirmation",
            "/api/users/me/sessions",
            "/api/users/me/sessions/{id}",
            "/api/users/token",
            "/api/users/refresh",
            "/api/users/jwks",
            "/api/tickets",
            "/api/tickets/{id}",
            "/api/orders",
            "/api/orders/{id}",
            "/api/payments",
            "/api/payments/charge",
            "/api/payments/webhook",
            "/api/payments/{id}",
            "/api/expiration/{orderId}");
    for (String path : expected) {
      assertTrue(paths.has(path) || paths.has(path + "/"), path + " is not in " + names(paths));
    }
  }

  private static List<String> names(JsonNode paths) {
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/orders", "/api/payments/charge"})
  void theDocumentTellsWhereAnIdempotencyKeyCounts(String path) {
    JsonNode paths =
        ticketing.visitor().get("/openapi?format=JSON").expect(200).json().path("paths");

    JsonNode post = (paths.has(path) ? paths.path(path) : paths.path(path + "/")).path("post");

    assertTrue(
        post.path("parameters").findValuesAsText("name").contains("Idempotency-Key"),
        post::toString);
  }

  @Test
  void everyRouteTellsHowItRefusesAndInWhichWords() {
    JsonNode document = ticketing.visitor().get("/openapi?format=JSON").expect(200).json();
    assertTrue(document.at("/components/schemas/Errors/properties/errors").isObject());
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path.findParents("responses")) {
        JsonNode answers = operation.path("responses");
        assertTrue(answers.has("400") && answers.has("503"), operation::toString);
        assertTrue(answers.has("401") || !operation.has("security"), operation::toString);
        assertEquals(
            "#/components/schemas/Errors",
            answers.at("/400/content/application~1json/schema/$ref").asText(),
            operation::toString);
      }
    }
  }

  @Test
  void theDocumentTellsNoNameOfAClass() {
    String document = ticketing.visitor().get("/openapi?format=JSON").expect(200).text();
    assertFalse(document.contains("dev.ticketing"), document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/started", "/health/live", "/health/ready"})
  void theServerIsWell(String path) {
    assertEquals("UP", ticketing.visitor().get(path).expect(200).field("status"));
  }
}
