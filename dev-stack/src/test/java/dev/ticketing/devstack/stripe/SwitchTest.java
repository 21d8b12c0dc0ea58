package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SwitchTest extends SandboxFixture {

  @Test
  void aFailureBeforeExecutesNothingAndLeavesTheKeyFree() throws StripeException {
    String id = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.BEFORE).withStatus(503).limitedTo(1));
    ApiException failed = assertThrows(ApiException.class, () -> capture(id));
    assertEquals(503, failed.getStatusCode());
    assertEquals("requires_capture", retrieve(id).getStatus());
    assertEquals("succeeded", capture(id).getStatus());
  }

  @Test
  void aFailureAfterLosesTheAnswerWhichTheKeyBringsBack() throws StripeException {
    String id = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.AFTER).limitedTo(1));
    ApiException failed = assertThrows(ApiException.class, () -> capture(id));
    assertEquals(500, failed.getStatusCode());
    assertEquals(900, sandbox.books().amountReceived());
    PaymentIntent again = capture(id);
    assertEquals("succeeded", again.getStatus());
    assertEquals(
        "true", again.getLastResponse().headers().firstValue("Idempotent-Replayed").orElse(null));
    assertThrows(InvalidRequestException.class, () -> stripe.v1().paymentIntents().capture(id));
  }

  @Test
  void anErrorThatTheKeyRemembersComesAgainWithoutASwitch() throws StripeException {
    String before = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.BEFORE_REMEMBERED).limitedTo(1));
    assertThrows(ApiException.class, () -> capture(before));
    assertThrows(ApiException.class, () -> capture(before));
    assertEquals("requires_capture", retrieve(before).getStatus());
    String after = authorize(901).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.AFTER_REMEMBERED).limitedTo(1));
    assertThrows(ApiException.class, () -> capture(after));
    assertThrows(ApiException.class, () -> capture(after));
    assertEquals("succeeded", retrieve(after).getStatus());
  }

  @Test
  void aClosedConnectionIsAConnectionErrorAndNothingHasHappened() throws StripeException {
    String id = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.CONNECTION));
    assertThrows(ApiConnectionException.class, () -> capture(id));
    assertEquals("requires_capture", retrieve(id).getStatus());
    sandbox.switches().clear();
    assertEquals("succeeded", capture(id).getStatus());
  }

  @Test
  void aConnectionClosedAfterwardsHidesWhatHasHappened() throws StripeException {
    String id = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.CONNECTION_AFTER));
    assertThrows(ApiConnectionException.class, () -> capture(id));
    assertEquals("succeeded", retrieve(id).getStatus());
    sandbox.switches().clear();
    assertEquals(900, capture(id).getAmountReceived());
  }

  @Test
  void aDelayHoldsOnlyTheRequestsThatItIsMeantFor() throws StripeException {
    String id = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").delay(400));
    Instant start = Instant.now();
    assertEquals("succeeded", capture(id).getStatus());
    assertTrue(Duration.between(start, Instant.now()).toMillis() >= 400);
  }

  @Test
  void delayedRequestsDoNotKeepOthersOut() throws Exception {
    sandbox.switches().add(Switch.on("create").delay(5_000).limitedTo(40));
    List<CompletableFuture<?>> slow = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      slow.add(
          HttpClient.newHttpClient()
              .sendAsync(
                  request("/v1/payment_intents")
                      .header("Authorization", "Bearer " + API_KEY)
                      .POST(HttpRequest.BodyPublishers.ofString("amount=900&currency=usd"))
                      .build(),
                  HttpResponse.BodyHandlers.discarding()));
    }
    Awaitility.await().until(() -> sandbox.switches().list().isEmpty());
    stripe.v1().paymentIntents().list();
    assertTrue(slow.stream().noneMatch(CompletableFuture::isDone));
    for (CompletableFuture<?> one : slow) {
      one.get(30, TimeUnit.SECONDS);
    }
    assertEquals(40, sandbox.books().intents().size());
  }

  @Test
  void aDeclineCanBeForcedOnAnyCard() {
    sandbox
        .switches()
        .add(
            Switch.on("confirm")
                .fail(Failure.CARD_DECLINED)
                .withDeclineCode("insufficient_funds")
                .limitedTo(1));
    CardException declined = assertThrows(CardException.class, () -> pay(900));
    assertEquals("insufficient_funds", declined.getDeclineCode());
    assertEquals(0, sandbox.books().amountReceived());
  }

  @Test
  void aCaptureCanFailBecauseTheAuthorisationIsGone() throws StripeException {
    String id = authorize(900).getId();
    sandbox.switches().add(Switch.on("capture").fail(Failure.CARD_DECLINED).limitedTo(1));
    assertThrows(CardException.class, () -> capture(id));
    assertEquals("requires_payment_method", retrieve(id).getStatus());
    assertEquals(0, sandbox.books().amountCapturable());
    assertEquals(0, sandbox.books().amountReceived());
  }

  @Test
  void aPaymentCanBeKeptInProcessingAndSettledByHand() throws Exception {
    sandbox.switches().add(Switch.on("confirm").fail(Failure.PROCESSING).limitedTo(1));
    PaymentIntent processing = pay(900);
    assertEquals("processing", processing.getStatus());
    assertThrows(
        InvalidRequestException.class,
        () -> stripe.v1().paymentIntents().cancel(processing.getId()));
    settle(processing, "succeeded");
    assertEquals(900, sandbox.books().amountReceived());
  }

  @Test
  void anAuthorisationCanRunOut() throws Exception {
    PaymentIntent held = authorize(900);
    settle(held, "expired");
    PaymentIntent expired = retrieve(held.getId());
    assertEquals("canceled", expired.getStatus());
    assertEquals("automatic", expired.getCancellationReason());
    assertThrows(InvalidRequestException.class, () -> capture(held.getId()));
  }

  @Test
  void aSwitchMatchesByMethodAndPath() throws StripeException {
    sandbox.switches().add(Switch.at("GET", "/v1/charges*").fail(Failure.BEFORE));
    PaymentIntent paid = pay(900);
    assertThrows(ApiException.class, () -> stripe.v1().charges().retrieve(paid.getLatestCharge()));
    assertEquals("succeeded", retrieve(paid.getId()).getStatus());
  }

  @Test
  void stripeJavaGetsThroughATransientFailureByItself() throws StripeException {
    sandbox.switches().add(Switch.on("create").fail(Failure.AFTER).limitedTo(1));
    stripe =
        StripeClient.builder()
            .setApiKey(API_KEY)
            .setApiBase(sandbox.baseUri().toString())
            .setMaxNetworkRetries(2)
            .build();
    assertEquals("succeeded", pay(900).getStatus());
    assertEquals(1, sandbox.books().intents().size());
  }

  private PaymentIntent capture(String id) throws StripeException {
    return stripe.v1().paymentIntents().capture(id, key("capture-" + id));
  }

  private void settle(PaymentIntent intent, String outcome) throws Exception {
    String body = "{\"paymentIntent\":\"" + intent.getId() + "\",\"outcome\":\"" + outcome + "\"}";
    assertEquals(200, postJson("/_sandbox/settle", body).statusCode());
  }
}
