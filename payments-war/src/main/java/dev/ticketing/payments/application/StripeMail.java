package dev.ticketing.payments.application;

import java.util.Optional;

/** Opens what is said to come from Stripe. */
public interface StripeMail {

  /**
   * @param body the bytes as they were sent
   * @param signature Stripe's header, or null
   * @return the event, empty when it is none to heed
   * @throws dev.ticketing.contracts.error.Refusal INVALID when it was not signed by Stripe within
   *     the last minutes, or cannot be read; OVERLOADED when there is no secret to check it by
   */
  Optional<StripeEvent> open(byte[] body, String signature);
}
