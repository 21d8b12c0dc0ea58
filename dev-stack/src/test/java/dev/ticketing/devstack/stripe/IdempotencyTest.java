package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends SandboxFixture {

  @Test
  void aRepeatedKeyGetsTheFirstAnswerAndChangesNothing() throws StripeException {
    PaymentIntent first = create(900, "pm_card_visa", "order-1");
    PaymentIntent second = create(900, "pm_card_visa", "order-1");
    assertEquals(first.getId(), second.getId());
    assertEquals(first.getLastResponse().body(), second.getLastResponse().body());
    assertNull(replayed(first));
    assertEquals("true", replayed(second));
    assertEquals(900, sandbox.books().amountReceived());
    assertEquals("order-1", sandbox.books().intents().get(0).idempotencyKey());
    assertNotEquals(first.getId(), create(900, "pm_card_visa", "order-2").getId());
  }

  @Test
  void aKeyWithAnotherBodyIsAnError() throws StripeException {
    create(900, "pm_card_visa", "order-1");
    IdempotencyException refused =
        assertThrows(IdempotencyException.class, () -> create(901, "pm_card_visa", "order-1"));
    assertEquals(400, refused.getStatusCode());
    assertEquals("idempotency_error", refused.getStripeError().getType());
    assertEquals(900, sandbox.books().amountReceived());
  }

  @Test
  void aDeclineIsRememberedLikeASuccess() {
    for (int i = 0; i < 2; i++) {
      assertThrows(CardException.class, () -> create(900, "pm_card_chargeDeclined", "order-1"));
    }
    assertEquals(1, sandbox.books().intents().size());
  }

  @Test
  void aRefusedParameterLeavesTheKeyFree() throws StripeException {
    assertThrows(InvalidRequestException.class, () -> create(49, "pm_card_visa", "order-1"));
    assertEquals("succeeded", create(900, "pm_card_visa", "order-1").getStatus());
  }

  @Test
  void aKeyIsRememberedOverARestart() throws StripeException {
    PaymentIntent first = create(900, "pm_card_visa", "order-1");
    restartSandbox();
    PaymentIntent second = create(900, "pm_card_visa", "order-1");
    assertEquals(first.getId(), second.getId());
    assertEquals("true", replayed(second));
    assertEquals(900, sandbox.books().amountReceived());
    assertThrows(IdempotencyException.class, () -> create(901, "pm_card_visa", "order-1"));
  }

  @Test
  void aKeyIsFreeAgainAfterADay() throws StripeException {
    PaymentIntent first = create(900, "pm_card_visa", "order-1");
    sandbox.close();
    Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
    WebhookReceiver nobody = new WebhookReceiver(() -> null, new WebhookSignature("x"), tomorrow);
    sandbox = StripeSandbox.start(directory, 0, API_KEY, nobody, Duration.ZERO, tomorrow);
    stripe = client(API_KEY);
    assertNotEquals(first.getId(), create(900, "pm_card_visa", "order-1").getId());
  }

  @Test
  void aKeyWhoseRequestIsStillUnderWayIsInUse() throws Exception {
    sandbox.switches().add(Switch.on("create").delay(1500).limitedTo(1));
    CompletableFuture<PaymentIntent> slow =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return create(900, "pm_card_visa", "order-1");
              } catch (StripeException e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await().until(() -> sandbox.switches().list().isEmpty());
    ApiException refused =
        assertThrows(ApiException.class, () -> create(900, "pm_card_visa", "order-1"));
    assertEquals(409, refused.getStatusCode());
    assertEquals("idempotency_key_in_use", refused.getCode());
    PaymentIntent first = slow.get(20, TimeUnit.SECONDS);
    assertEquals(first.getId(), create(900, "pm_card_visa", "order-1").getId());
    assertTrue(sandbox.books().intents().size() == 1);
  }

  private PaymentIntent create(long amount, String method, String key) throws StripeException {
    return stripe.v1().paymentIntents().create(confirmed(amount, method), key(key));
  }

  private static String replayed(PaymentIntent intent) {
    return intent.getLastResponse().headers().firstValue("Idempotent-Replayed").orElse(null);
  }
}
