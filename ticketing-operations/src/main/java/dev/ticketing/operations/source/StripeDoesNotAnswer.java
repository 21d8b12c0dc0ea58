package dev.ticketing.operations.source;

import com.stripe.exception.StripeException;

/** Stripe could not be reached, or refused to say. */
public final class StripeDoesNotAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StripeDoesNotAnswer(StripeException cause) {
    super(cause);
  }
}
