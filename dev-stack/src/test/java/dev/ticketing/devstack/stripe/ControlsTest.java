package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.CardException;
import com.stripe.model.PaymentIntent;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest extends SandboxFixture {

  @Test
  void theBooksShowTheSumsAndEveryIntent() throws Exception {
    PaymentIntent held = stripe.v1().paymentIntents().create(authorization(5000), key("order-1"));
    pay(900);
    JsonNode books = json("/_sandbox/books");
    assertEquals(5000, books.path("amountCapturable").intValue());
    assertEquals(900, books.path("amountReceived").intValue());
    assertEquals(2, books.path("intents").size());
    JsonNode first = books.path("intents").get(0);
    assertEquals(held.getId(), first.path("id").textValue());
    assertEquals("requires_capture", first.path("status").textValue());
    assertEquals("order-1", first.path("idempotencyKey").textValue());
  }

  @Test
  void theRequestsAreToldWithTheirKeysAndAnswers() throws Exception {
    for (int i = 0; i < 2; i++) {
      stripe.v1().paymentIntents().create(cardPayment(900).build(), key("order-1"));
    }
    JsonNode requests = json("/_sandbox/requests");
    assertEquals(2, requests.size());
    JsonNode second = requests.get(1);
    assertEquals("POST", second.path("method").textValue());
    assertEquals("/v1/payment_intents", second.path("path").textValue());
    assertEquals("order-1", second.path("idempotencyKey").textValue());
    assertEquals(200, second.path("status").intValue());
    assertFalse(requests.get(0).path("replayed").booleanValue());
    assertTrue(second.path("replayed").booleanValue());
  }

  @Test
  void aSwitchIsSetAndClearedOverHttp() throws Exception {
    String rule =
        "{\"match\":{\"operation\":\"create\"},\"failure\":\"card_declined\",\"times\":5}";
    assertEquals(200, postJson("/_sandbox/switches", rule).statusCode());
    assertThrows(CardException.class, () -> pay(900));
    assertEquals(4, json("/_sandbox/switches").get(0).path("times").intValue());
    assertEquals(200, delete("/_sandbox/switches"));
    assertEquals("succeeded", pay(900).getStatus());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"failure\":\"sometimes\"}",
        "{\"delayMillis\":-1}",
        "{\"delayMillis\":\"long\"}",
        "{\"matches\":{}}",
        "{\"match\":{\"colour\":\"red\"}}",
        "[]",
        "{"
      })
  void aSwitchThatMakesNoSenseIsRefused(String rule) throws Exception {
    assertEquals(400, postJson("/_sandbox/switches", rule).statusCode());
    assertTrue(sandbox.switches().list().isEmpty());
  }

  @Test
  void aResetForgetsEverything() throws Exception {
    stripe.v1().paymentIntents().create(cardPayment(900).build(), key("order-1"));
    sandbox.switches().add(Switch.on("list").delay(1));
    assertEquals(200, delete("/_sandbox"));
    assertEquals(0, sandbox.books().intents().size());
    assertTrue(sandbox.switches().list().isEmpty());
    assertEquals(0, json("/_sandbox/requests").size());
    restartSandbox();
    assertEquals(0, sandbox.books().intents().size());
    stripe.v1().paymentIntents().create(cardPayment(901).build(), key("order-1"));
  }

  @Test
  void theFrontPageSaysWhatThisIs() throws Exception {
    assertEquals("Stripe sandbox", json("/").path("name").textValue());
    assertEquals(404, get("/_sandbox/unheard_of").statusCode());
  }

  private JsonNode json(String path) throws Exception {
    return Json.MAPPER.readTree(get(path).body());
  }

  private int delete(String path) throws Exception {
    return send(request(path).method("DELETE", HttpRequest.BodyPublishers.noBody())).statusCode();
  }
}
