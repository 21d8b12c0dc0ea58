package dev.ticketing.devstack.stripe;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.Stripe;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest extends SandboxFixture {
  private RecordingReceiver receiver;
  private Duration firstPause = Duration.ofMillis(5);

  @Override
  StripeSandbox start() {
    Clock clock = Clock.systemUTC();
    WebhookSignature signature = new WebhookSignature(WEBHOOK_SECRET);
    WebhookReceiver target = new WebhookReceiver(this::url, signature, clock);
    return StripeSandbox.start(directory, 0, API_KEY, target, firstPause, clock);
  }

  private URI url() {
    return receiver().uri();
  }

  private synchronized RecordingReceiver receiver() {
    try {
      if (receiver == null) {
        receiver = new RecordingReceiver(WEBHOOK_SECRET);
      }
      return receiver;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stopReceiver() {
    receiver().close();
  }

  @Test
  void stripeJavaVerifiesTheEventsOfAnAuthorisationItsCaptureAndItsRefund() throws StripeException {
    PaymentIntent held = authorize(5000);
    expect(
        "charge.succeeded", "payment_intent.amount_capturable_updated", "payment_intent.created");
    stripe.v1().paymentIntents().capture(held.getId());
    stripe
        .v1()
        .refunds()
        .create(RefundCreateParams.builder().setPaymentIntent(held.getId()).build());
    expect(
        "charge.captured",
        "charge.refunded",
        "charge.succeeded",
        "payment_intent.amount_capturable_updated",
        "payment_intent.created",
        "payment_intent.succeeded",
        "refund.created");
    Event succeeded =
        receiver().accepted().stream()
            .filter(event -> event.getType().equals("payment_intent.succeeded"))
            .findFirst()
            .orElseThrow();
    assertEquals(Stripe.API_VERSION, succeeded.getApiVersion());
    PaymentIntent told =
        (PaymentIntent) succeeded.getDataObjectDeserializer().getObject().orElseThrow();
    assertEquals(held.getId(), told.getId());
    assertEquals(5000, told.getAmountReceived());
  }

  @Test
  void declinesActionsAndCancelsAreToldToo() throws StripeException {
    assertThrows(
        CardException.class,
        () -> stripe.v1().paymentIntents().create(confirmed(900, "pm_card_chargeDeclined")));
    expect("charge.failed", "payment_intent.created", "payment_intent.payment_failed");
    receiver().accepted().clear();
    PaymentIntent waiting =
        stripe.v1().paymentIntents().create(confirmed(900, "pm_card_threeDSecure2Required"));
    stripe.v1().paymentIntents().cancel(waiting.getId());
    expect("payment_intent.canceled", "payment_intent.created", "payment_intent.requires_action");
  }

  @Test
  void anEventIsSentAgainUntilItIsTaken() throws StripeException {
    receiver().willing(false);
    stripe.v1().paymentIntents().create(cardPayment(900).build());
    await().until(() -> receiver().refused() >= 2);
    assertEquals(1, stripe.v1().events().list().getData().get(0).getPendingWebhooks());
    receiver().willing(true);
    expect("payment_intent.created");
    await().until(() -> stripe.v1().events().list().getData().get(0).getPendingWebhooks() == 0);
  }

  @Test
  void anEventThatIsNeverTakenIsGivenUpAfterTenTries() throws StripeException {
    firstPause = Duration.ZERO;
    restartSandbox();
    receiver().willing(false);
    stripe.v1().paymentIntents().create(cardPayment(900).build());
    await().until(() -> stripe.v1().events().list().getData().get(0).getPendingWebhooks() == 0);
    assertEquals(10, receiver().refused());
  }

  @Test
  void anEventThatWasNotTakenIsSentAfterARestartAndATakenOneIsNot() throws StripeException {
    stripe.v1().paymentIntents().create(cardPayment(900).build());
    await().until(() -> stripe.v1().events().list().getData().get(0).getPendingWebhooks() == 0);
    receiver().willing(false);
    PaymentIntent second = stripe.v1().paymentIntents().create(cardPayment(901).build());
    await().until(() -> receiver().refused() >= 1);
    sandbox.close();
    receiver().accepted().clear();
    receiver().willing(true);
    startSandbox();
    expect("payment_intent.created");
    assertTrue(receiver().accepted().get(0).getData().toJson().contains(second.getId()));
  }

  @Test
  void aReplayedAnswerTellsNothingASecondTime() throws StripeException {
    for (int i = 0; i < 3; i++) {
      stripe.v1().paymentIntents().create(cardPayment(900).build(), key("order-1"));
    }
    stripe.v1().paymentIntents().create(cardPayment(901).build(), key("order-2"));
    await().until(() -> receiver().accepted().size() >= 2);
    assertEquals(2, stripe.v1().events().list().getData().size());
    assertEquals(2, receiver().accepted().size());
  }

  @Test
  void onlyTheTypesThatAreAskedForAreSentToWhereTheReceiverIsNow() throws Exception {
    sandbox.sendWebhooksOnlyOf(Set.of("payment_intent.succeeded", "charge.dispute.created"));
    try (RecordingReceiver elsewhere = new RecordingReceiver(WEBHOOK_SECRET)) {
      sandbox.sendWebhooksTo(elsewhere.uri());
      PaymentIntent paid = pay(900);
      String body = "{\"paymentIntent\":\"" + paid.getId() + "\"}";
      assertEquals(200, postJson("/_sandbox/dispute", body).statusCode());
      await()
          .untilAsserted(
              () ->
                  assertEquals(
                      List.of("charge.dispute.created", "payment_intent.succeeded"),
                      elsewhere.types()));
      Dispute dispute =
          (Dispute)
              elsewhere.accepted().stream()
                  .filter(event -> event.getType().startsWith("charge."))
                  .findFirst()
                  .flatMap(event -> event.getDataObjectDeserializer().getObject())
                  .orElseThrow();
      assertEquals(paid.getId(), dispute.getPaymentIntent());
      assertEquals(900, dispute.getAmount());
    }
    assertTrue(stripe.v1().charges().list().getData().get(0).getDisputed());
    assertEquals(List.of(), receiver().types());
  }

  @Test
  void anEventCanBeSentAgainAndEveryEventTwice() throws Exception {
    stripe.v1().paymentIntents().create(cardPayment(900).build());
    expect("payment_intent.created");
    String event = receiver().accepted().get(0).getId();
    postJson("/_sandbox/webhooks/resend", "{\"eventId\":\"" + event + "\"}");
    expect("payment_intent.created", "payment_intent.created");
    postJson("/_sandbox/webhooks/resend", "{\"duplicate\":true}");
    receiver().accepted().clear();
    stripe.v1().paymentIntents().create(cardPayment(901).build());
    expect("payment_intent.created", "payment_intent.created");
    assertEquals(
        404, postJson("/_sandbox/webhooks/resend", "{\"eventId\":\"evt_x\"}").statusCode());
  }

  private void expect(String... types) {
    await().untilAsserted(() -> assertEquals(List.of(types), receiver().types()));
  }
}
