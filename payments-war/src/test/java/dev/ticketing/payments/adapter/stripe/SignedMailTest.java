package dev.ticketing.payments.adapter.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.net.Webhook;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.StripeEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedMailTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final String SECRET = "whsec_of_this_test";
  private static final String PAYMENT = "65000000000000000000000a";

  private final SignedMail mail =
      new SignedMail(new WebhookSeal(SECRET, Clock.fixed(NOW, ZoneOffset.UTC)));

  @ParameterizedTest
  @CsvSource({
    "payment_intent.succeeded, PAYMENT_SUCCEEDED",
    "payment_intent.amount_capturable_updated, PAYMENT_HELD",
    "payment_intent.payment_failed, PAYMENT_FAILED",
    "payment_intent.canceled, PAYMENT_CANCELED"
  })
  void anEventOfAnIntentNamesItAndItsPayment(String name, StripeEvent.Type type) {
    String object =
        """
        {"object":"payment_intent","id":"pi_1","status":"whatever",
         "metadata":{"paymentId":"%s"}}"""
            .formatted(PAYMENT);
    assertEquals(
        Optional.of(new StripeEvent("evt_1", type, "pi_1", PAYMENT)), open(event(name, object)));
  }

  @Test
  void anEventOfAChargeOrADisputeNamesTheIntent() {
    String charge = "{\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"}";
    assertEquals(
        Optional.of(new StripeEvent("evt_1", StripeEvent.Type.CHARGE_REFUNDED, "pi_1", null)),
        open(event("charge.refunded", charge)));
    String dispute = charge.replace("\"charge\"", "\"dispute\"");
    assertEquals(
        Optional.of(new StripeEvent("evt_1", StripeEvent.Type.DISPUTE_CREATED, "pi_1", null)),
        open(event("charge.dispute.created", dispute)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"payment_intent.created", "invoice.paid", "charge.refund.updated", "x"})
  void otherTypesAreNoneOfOurBusiness(String name) {
    assertEquals(Optional.empty(), open(event(name, "{\"id\":\"pi_1\"}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[]", "{\"payment_intent\":null}", "{\"id\":1}"})
  void moneyWithoutAnIntentIsNoneOfOurBusiness(String object) {
    assertEquals(Optional.empty(), open(event("charge.refunded", object)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{}",
        "{\"id\":\"evt_1\"}",
        "{\"type\":\"charge.refunded\"}",
        "{\"id\":1,\"type\":\"charge.refunded\"}",
        "{\"id\":\"\",\"type\":\"charge.refunded\"}",
        "{\"id\":\"evt_1\",\"type\":{}}",
        "{\"id\":\"evt_1\",\"type\":\"charge.refunded\"} and more"
      })
  void whatIsSignedAndNoEventIsRefused(String body) {
    Refusal refusal = assertThrows(Refusal.class, () -> open(body));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
  }

  @Test
  void bytesThatAreNoTextAreRefusedThoughTheirReplacementWasSigned() {
    String signed = event("charge.refunded", "{\"note\":\"\uFFFD\"}");
    byte[] sent = signed.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < sent.length; i++) {
      sent[i] = sent[i] == '?' ? (byte) 0xFF : sent[i];
    }
    Refusal refusal = assertThrows(Refusal.class, () -> mail.open(sent, signatureOf(signed)));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
  }

  @Test
  void theSignatureIsCheckedBeforeTheBodyIsRead() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> mail.open("{".getBytes(StandardCharsets.UTF_8), "t=1,v1=00"));
    assertEquals("Stripe-Signature", refusal.body().errors().get(0).field());
  }

  @Test
  void withoutASecretNothingIsTakenAndTheVariableIsNamed() {
    String body = event("charge.refunded", "{}");
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () ->
                new SignedMail(null)
                    .open(body.getBytes(StandardCharsets.UTF_8), signatureOf(body)));
    assertEquals(Refusal.Reason.OVERLOADED, refusal.reason());
    assertEquals(true, refusal.getMessage().contains("STRIPE_WEBHOOK_SECRET"));
  }

  private Optional<StripeEvent> open(String body) {
    return mail.open(body.getBytes(StandardCharsets.UTF_8), signatureOf(body));
  }

  private static String event(String type, String object) {
    return "{\"id\":\"evt_1\",\"type\":\"%s\",\"data\":{\"object\":%s}}".formatted(type, object);
  }

  private static String signatureOf(String body) {
    try {
      return Webhook.Signature.generateSignatureHeader(body, SECRET, NOW.getEpochSecond());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
