package dev.ticketing.payments.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentRetrieveParams;
import dev.ticketing.payments.application.StripeBooks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads Stripe's books over its API. */
public final class StripeReader implements StripeBooks {

  private final StripeClient stripe;

  /**
   * @param stripe null when there is no key
   */
  public StripeReader(StripeClient stripe) {
    this.stripe = stripe;
  }

  @Override
  public boolean isReadable() {
    return stripe != null;
  }

  @Override
  public Optional<Intent> find(String intentId) {
    requireKey();
    PaymentIntentRetrieveParams params =
        PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
    try {
      return Optional.of(
          Intents.entry(stripe.v1().paymentIntents().retrieve(intentId, params, null)));
    } catch (StripeException e) {
      if (Errors.isMissing(e)) {
        return Optional.empty();
      }
      throw new Unread(e);
    }
  }

  @Override
  public void madeSince(Instant time, Consumer<Intent> reader) {
    requireKey();
    try {
      new IntentList(stripe)
          .since(
              time,
              intent -> {
                reader.accept(Intents.entry(intent));
                return false;
              });
    } catch (StripeException e) {
      throw new Unread(e);
    }
  }

  private void requireKey() {
    if (stripe == null) {
      throw new Unread(new IllegalStateException("STRIPE_API_KEY is not set"));
    }
  }
}
