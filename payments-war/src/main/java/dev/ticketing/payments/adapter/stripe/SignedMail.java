package dev.ticketing.payments.adapter.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.StripeEvent;
import dev.ticketing.payments.application.StripeMail;
import dev.ticketing.platform.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Opens webhooks of Stripe. What counts of an event is its id, its type and the ids in it; all else
 * that it says may be out of date, and is not looked at.
 */
final class SignedMail implements StripeMail {

  private final WebhookSeal seal;

  /**
   * @param seal null when there is no secret
   */
  SignedMail(WebhookSeal seal) {
    this.seal = seal;
  }

  @Override
  public Optional<StripeEvent> open(byte[] body, String signature) {
    if (seal == null) {
      throw Refusal.overloaded(
          "Webhooks cannot be verified on this server: STRIPE_WEBHOOK_SECRET is not set");
    }
    String text = decoded(body);
    seal.verify(text, signature);
    JsonNode event = parsed(text);
    String id = required(event, "id");
    return StripeEvent.Type.named(required(event, "type"))
        .flatMap(type -> eventOf(id, type, event.path("data").path("object")));
  }

  /** Strictly, so that what is verified is byte for byte what was sent. */
  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.invalid(null, "The request body is not UTF-8");
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw Refusal.invalid(null, "The request body is not valid JSON");
    }
  }

  private static String required(JsonNode event, String field) {
    JsonNode value = event.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw Refusal.invalid(field, "The event has no " + field);
    }
    return value.textValue();
  }

  /** Empty when it is about money that has nothing to do with a PaymentIntent. */
  private static Optional<StripeEvent> eventOf(String id, StripeEvent.Type type, JsonNode object) {
    boolean isIntent = "payment_intent".equals(object.path("object").asText());
    String intent = object.path(isIntent ? "id" : "payment_intent").textValue();
    String payment = object.path("metadata").path(Intents.PAYMENT_ID).textValue();
    return Optional.ofNullable(intent).map(known -> new StripeEvent(id, type, known, payment));
  }
}
