package dev.ticketing.payments.adapter.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.ticketing.contracts.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Tells Stripe's webhooks from anybody else's, by the secret that only the two of us know, and new
 * ones from recordings. Stripe's library checks the signature and that it is not too old; that it
 * is not of the future, which would let it be used for longer, is checked here.
 */
final class WebhookSeal {

  /** Stripe's own tolerance, here either way. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String REFUSAL = "Not a valid Stripe-Signature of this body at this time";

  private final String secret;
  private final Clock clock;

  WebhookSeal(String secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * @param header Stripe-Signature, or null
   * @throws Refusal INVALID, without a reason that would help to forge one
   */
  void verify(String body, String header) {
    if (header == null || header.isBlank()) {
      throw Refusal.invalid("Stripe-Signature", "A Stripe-Signature header is required");
    }
    try {
      Webhook.Signature.verifyHeader(body, header, secret, TOLERANCE.toSeconds(), clock);
      if (timeOf(header).isAfter(clock.instant().plus(TOLERANCE))) {
        throw refusal();
      }
    } catch (SignatureVerificationException
        | NumberFormatException
        | ArrayIndexOutOfBoundsException e) {
      throw refusal();
    }
  }

  /** As Stripe's library takes it: the first, if there should be several. */
  private static Instant timeOf(String header) {
    return Stream.of(header.split(",", -1))
        .map(item -> item.split("=", 2))
        .filter(item -> item[0].equals("t"))
        .map(item -> Instant.ofEpochSecond(Long.parseLong(item[1])))
        .findFirst()
        .orElseThrow(WebhookSeal::refusal);
  }

  private static Refusal refusal() {
    return Refusal.invalid("Stripe-Signature", REFUSAL);
  }
}
