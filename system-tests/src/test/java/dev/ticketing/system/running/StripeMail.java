package dev.ticketing.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.devstack.DevStack;
import dev.ticketing.system.client.RawRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what Stripe would send, or what somebody who plays Stripe would. */
public final class StripeMail {

  private final URI target;
  private final String secret;

  public StripeMail(Ticketing ticketing) {
    DevStack stack = ticketing.machinery().stack();
    this.target = ticketing.uri().resolve("/api/payments/webhook");
    this.secret = stack.environment().get("STRIPE_WEBHOOK_SECRET");
  }

  /** A new event that claims something about the PaymentIntent of a payment. */
  public static String event(String type, JsonNode payment) {
    boolean ofIntent = type.startsWith("payment_intent.");
    String intent = payment.path("stripeId").asText();
    String object =
        ofIntent
            ? "\"object\":\"payment_intent\",\"id\":\"%s\"".formatted(intent)
            : "\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":\"%s\"".formatted(intent);
    return """
        {"id":"evt_%s","object":"event","type":"%s","data":{"object":{%s,"amount":1,
        "metadata":{"paymentId":"%s"}}}}"""
        .formatted(UUID.randomUUID(), type, object, payment.path("id").asText());
  }

  /** Sends it as Stripe would, signed now. */
  public HttpResponse<String> send(String event) {
    return send(event, signature(Instant.now(), event));
  }

  /**
   * @param signature null for none
   */
  public HttpResponse<String> send(String event, String signature) {
    RawRequest request =
        new RawRequest("POST", target).header("Content-Type", "application/json").body(event);
    return (signature == null ? request : request.header("Stripe-Signature", signature)).send();
  }

  /** Stripe's own signature of an event at that time. */
  public String signature(Instant time, String event) {
    return signature(time, event, secret);
  }

  public static String signature(Instant time, String event, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = time.getEpochSecond() + "." + event;
      byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=" + time.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
