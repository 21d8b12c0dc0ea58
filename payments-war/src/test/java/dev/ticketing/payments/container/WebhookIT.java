package dev.ticketing.payments.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.net.Webhook;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.testing.probe.Variable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Webhooks on their way through the container, from the sandbox and from these tests. */
@ExtendWith(ArquillianExtension.class)
class WebhookIT {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String eventId = "evt_" + Identifier.next();

  @Deployment(testable = false)
  static EnterpriseArchive payments() {
    return PaymentsEar.build();
  }

  @Test
  void aSignedEventIsStoredOnceAnsweredAndWorkedOff() {
    String event = event("charge.refunded", "\"payment_intent\":\"pi_of_nobody\"");
    assertEquals(200, send(event, signatureOf(event)).statusCode());
    assertEquals(200, send(event, signatureOf(event)).statusCode());
    Patiently.await()
        .until(
            () ->
                Documents.find("payments", "stripe-events", eventId)
                    .filter(stored -> "done".equals(stored.getString("state")))
                    .isPresent());
  }

  @Test
  void whatIsNotSignedIsRefusedAndNotStored() {
    String event = event("charge.refunded", "\"payment_intent\":\"pi_of_nobody\"");
    HttpResponse<String> refused = send(event, signatureOf(event + " "));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().startsWith("{\"errors\":[{\"message\""), refused.body());
    assertTrue(Documents.find("payments", "stripe-events", eventId).isEmpty());
  }

  @Test
  void eventsOfOtherTypesMayBeLongerThanOtherBodiesAndAreNotStored() {
    String longer = event("invoice.paid", "\"note\":\"" + "x".repeat(300_000) + "\"");
    assertEquals(200, send(longer, signatureOf(longer)).statusCode());
    assertTrue(Documents.find("payments", "stripe-events", eventId).isEmpty());
    String endless = event("invoice.paid", "\"note\":\"" + "x".repeat(600_000) + "\"");
    assertEquals(413, send(endless, signatureOf(endless)).statusCode());
  }

  @Test
  void moneyThatStripeTookInTheNameOfNoPaymentBecomesACase() {
    String payment = Identifier.next();
    String intent = Stripe.takeInTheNameOf(payment);
    Patiently.await()
        .until(() -> Documents.find("payments", "cases", "UNKNOWN_PAYMENT-" + intent).isPresent());
    Document found = Documents.find("payments", "cases", "UNKNOWN_PAYMENT-" + intent).orElseThrow();
    assertEquals(payment, found.getString("paymentId"));
    assertEquals("succeeded", Stripe.statusOf(intent));
  }

  private String event(String type, String object) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"data\":{\"object\":{%s}}}"
        .formatted(eventId, type, object);
  }

  private static String signatureOf(String event) {
    try {
      return Webhook.Signature.generateSignatureHeader(
          event, Variable.get("STRIPE_WEBHOOK_SECRET"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> send(String event, String signature) {
    String target = "http://127.0.0.1:" + Variable.get("HTTP_PORT") + "/api/payments/webhook";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Stripe-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
