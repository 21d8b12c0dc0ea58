package dev.ticketing.payments.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import dev.ticketing.payments.domain.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stripe's list of PaymentIntents, with their charges. Unlike Stripe's search, which may be a while
 * behind, the list has whatever was made before.
 */
final class IntentList {

  private static final long PAGE = 100;

  /** Clocks differ. */
  private static final Duration EARLIER = Duration.ofMinutes(1);

  /** Stripe knows a repeated request for a day, and makes no second intent within it. */
  private static final Duration LATER = Duration.ofHours(25);

  private final StripeClient stripe;

  IntentList(StripeClient stripe) {
    this.stripe = stripe;
  }

  Optional<PaymentIntent> ofPayment(Payment payment) throws StripeException {
    PaymentIntentListParams.Created around =
        PaymentIntentListParams.Created.builder()
            .setGte(payment.createdAt().minus(EARLIER).getEpochSecond())
            .setLte(payment.createdAt().plus(LATER).getEpochSecond())
            .build();
    return first(around, intent -> payment.id().equals(Intents.paymentOf(intent)));
  }

  /** Shows the intents that were made since then, newest first, until one is the last wanted. */
  void since(Instant time, Predicate<PaymentIntent> isLast) throws StripeException {
    first(PaymentIntentListParams.Created.builder().setGte(time.getEpochSecond()).build(), isLast);
  }

  private Optional<PaymentIntent> first(
      PaymentIntentListParams.Created made, Predicate<PaymentIntent> wanted)
      throws StripeException {
    String last = null;
    boolean more = true;
    while (more) {
      StripeCollection<PaymentIntent> page = page(made, last);
      List<PaymentIntent> intents = page.getData();
      for (PaymentIntent intent : intents) {
        if (wanted.test(intent)) {
          return Optional.of(intent);
        }
        last = intent.getId();
      }
      more = Boolean.TRUE.equals(page.getHasMore()) && !intents.isEmpty();
    }
    return Optional.empty();
  }

  private StripeCollection<PaymentIntent> page(PaymentIntentListParams.Created made, String after)
      throws StripeException {
    PaymentIntentListParams.Builder params =
        PaymentIntentListParams.builder()
            .setCreated(made)
            .setLimit(PAGE)
            .addExpand("data.latest_charge");
    return stripe
        .v1()
        .paymentIntents()
        .list((after == null ? params : params.setStartingAfter(after)).build());
  }
}
