package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRulesTest extends SandboxFixture {
  private static final String INTENTS = "/v1/payment_intents";
  private static final String[] AUTHORIZED = {"Authorization", "Bearer " + API_KEY};

  @ParameterizedTest
  @CsvSource({
    "19.99, parameter_invalid_integer",
    "1e3, parameter_invalid_integer",
    "twenty, parameter_invalid_integer",
    "-500, parameter_invalid_integer",
    "0, parameter_invalid_integer",
    "49, amount_too_small",
    "100000000, amount_too_large",
  })
  void anAmountThatIsNoWholeNumberWithinTheLimitsIsRefused(String amount, String code)
      throws Exception {
    HttpResponse<String> answer = postForm(INTENTS, "currency=usd&amount=" + amount, AUTHORIZED);
    assertEquals(400, answer.statusCode());
    JsonNode error = Json.MAPPER.readTree(answer.body()).path("error");
    assertEquals("invalid_request_error", error.path("type").textValue());
    assertEquals(code, error.path("code").textValue());
    assertEquals("amount", error.path("param").textValue());
    assertTrue(sandbox.books().intents().isEmpty());
  }

  @Test
  void theSmallestAndTheLargestAmountPass() throws StripeException {
    assertEquals("succeeded", pay(50).getStatus());
    assertEquals("succeeded", pay(99_999_999).getStatus());
  }

  @Test
  void stripeJavaReportsADecimalAmountAsAnInvalidRequest() {
    PaymentIntentCreateParams params =
        PaymentIntentCreateParams.builder()
            .setCurrency("usd")
            .putExtraParam("amount", "19.99")
            .build();
    InvalidRequestException refused =
        assertThrows(
            InvalidRequestException.class, () -> stripe.v1().paymentIntents().create(params));
    assertEquals("amount", refused.getParam());
    assertNotNull(refused.getRequestId());
  }

  @ParameterizedTest
  @CsvSource({
    "amount=500, parameter_missing",
    "currency=usd, parameter_missing",
    "amount=500&currency=usd&colour=red, parameter_unknown",
    "amount=500&currency=usd&automatic_payment_methods[colour]=red, parameter_unknown",
  })
  void missingAndUnknownParametersAreNamed(String body, String code) throws Exception {
    HttpResponse<String> answer = postForm(INTENTS, body, AUTHORIZED);
    assertEquals(400, answer.statusCode());
    assertEquals(code, Json.MAPPER.readTree(answer.body()).path("error").path("code").textValue());
  }

  @Test
  void anUnknownCurrencyIsRefused() throws Exception {
    assertEquals(400, postForm(INTENTS, "amount=500&currency=xxy", AUTHORIZED).statusCode());
  }

  @Test
  void aWrongKeyAndNoKeyAreNotAuthenticated() throws Exception {
    AuthenticationException refused =
        assertThrows(
            AuthenticationException.class,
            () -> client("sk_test_wrong").v1().paymentIntents().list());
    assertEquals(401, refused.getStatusCode());
    assertFalse(refused.getMessage().contains("sk_test_wrong"));
    assertEquals(401, get(INTENTS).statusCode());
    String basic =
        Base64.getEncoder().encodeToString((API_KEY + ":").getBytes(StandardCharsets.UTF_8));
    assertEquals(200, get(INTENTS, "Authorization", "Basic " + basic).statusCode());
  }

  @Test
  void anUnknownPathIsAnsweredInStripesForm() throws Exception {
    HttpResponse<String> answer = get("/v1/unheard_of", AUTHORIZED);
    assertEquals(404, answer.statusCode());
    assertTrue(answer.headers().firstValue("Request-Id").orElse("").startsWith("req_"));
    JsonNode error = Json.MAPPER.readTree(answer.body()).path("error");
    assertEquals("invalid_request_error", error.path("type").textValue());
    assertTrue(error.path("message").textValue().contains("GET: /v1/unheard_of"));
  }

  @Test
  void anUnknownIntentIsMissing() {
    InvalidRequestException missing =
        assertThrows(InvalidRequestException.class, () -> retrieve("pi_unheardOf"));
    assertEquals(404, missing.getStatusCode());
    assertEquals("resource_missing", missing.getCode());
  }

  @Test
  void aBrowserConfirmsWithThePublishableKeyAndTheClientSecretOnly() throws Exception {
    PaymentIntent intent =
        stripe
            .v1()
            .paymentIntents()
            .create(
                PaymentIntentCreateParams.builder()
                    .setAmount(900L)
                    .setCurrency("usd")
                    .putMetadata("order", "42")
                    .build());
    String path = INTENTS + "/" + intent.getId() + "/confirm";
    String form = "key=pk_test_sandbox&payment_method=pm_card_visa&client_secret=";
    assertEquals(400, postForm(path, form + "guessed").statusCode());
    assertEquals("requires_payment_method", retrieve(intent.getId()).getStatus());
    HttpResponse<String> confirmed = postForm(path, form + intent.getClientSecret());
    assertEquals(200, confirmed.statusCode());
    assertEquals("*", confirmed.headers().firstValue("Access-Control-Allow-Origin").orElse(null));
    assertFalse(confirmed.body().contains("\"order\""));
    assertEquals("succeeded", retrieve(intent.getId()).getStatus());
    assertEquals(401, get(INTENTS + "?key=pk_test_sandbox").statusCode());
  }

  @Test
  void aBrowserMayAskBeforehand() throws Exception {
    HttpRequest.Builder preflight =
        request(INTENTS + "/pi_1/confirm").method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    HttpResponse<String> answer = send(preflight, "Origin", "http://localhost:9080");
    assertEquals(204, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("POST"));
  }
}
