package dev.ticketing.payments.application;

import dev.ticketing.payments.application.PaymentGateway.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What Stripe has in its books; reading them changes nothing. */
public interface StripeBooks {

  /**
   * A PaymentIntent as it is at Stripe.
   *
   * @param paymentId the payment it was made for; null when it is none of ours
   * @param received what was taken, in the smallest unit of the currency
   * @param refunded what of it was given back
   * @param disputed whether the buyer's bank has ever disputed it
   */
  record Intent(
      String id,
      String paymentId,
      Standing standing,
      long received,
      long refunded,
      boolean disputed) {

    /** Whether money is set aside, or was taken and not given back. */
    public boolean hasMoney() {
      return standing == Standing.HELD || standing == Standing.CAPTURED && refunded < received;
    }
  }

  /** Stripe has not answered, or not so that something can be concluded; asking later may tell. */
  final class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unread(String why) {
      super(why);
    }

    public Unread(Throwable cause) {
      super("Stripe's books cannot be read: " + cause, cause);
    }
  }

  /** Whether there is a key to ask Stripe with. */
  boolean isReadable();

  /**
   * @return empty when Stripe has no such PaymentIntent
   * @throws Unread when that is not known
   */
  Optional<Intent> find(String intentId);

  /**
   * Shows every PaymentIntent that was made at or after a time, newest first.
   *
   * @throws Unread when Stripe does not answer; some have been shown then
   */
  void madeSince(Instant time, Consumer<Intent> reader);
}
