package dev.ticketing.contracts.event;

import dev.ticketing.contracts.Money;

/** What Stripe answered about one attempt to pay an order. */
public sealed interface PaymentEvent extends Event {

  /**
   * A payment as it stands after the event.
   *
   * @param userId the buyer
   * @param stripeId Stripe's PaymentIntent, or null when none was made
   * @param failure what Stripe said when it failed, or null
   */
  record Payment(
      String id, String orderId, String userId, Money amount, String stripeId, String failure) {}

  Payment payment();

  /** The money is reserved at the buyer's bank; it is taken when the order awaits this payment. */
  record PaymentAuthorized(Payment payment) implements PaymentEvent {}

  /** No money was or will be taken by this payment. */
  record PaymentFailed(Payment payment) implements PaymentEvent {}

  /** The money was taken. */
  record ChargeCreated(Payment payment) implements PaymentEvent {}

  /** The money was given back. */
  record ChargeRefunded(Payment payment) implements PaymentEvent {}
}
