package dev.ticketing.payments.domain;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.PaymentEvent;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One attempt to pay an order. It is requested before Stripe is asked, authorised when the money is
 * set aside, and then waits for orders: when the order awaits it the money is taken, when the order
 * has ended the money is let go. Each state that names an intention is stored before the call to
 * Stripe and left by Stripe's answer alone; a turn that the payment has taken already, or can no
 * longer take, changes nothing.
 */
@Entity
@Table(name = "payments")
public class Payment extends Aggregate {

  private String orderId;
  private String userId;
  private String token;
  private long amount;
  private String currency;

  @Enumerated(EnumType.STRING)
  private PaymentStatus status;

  private String stripeId;

  @Enumerated(EnumType.STRING)
  private Failure.Kind failureKind;

  private String failure;
  private int attempts;

  @Convert(converter = InstantConverter.class)
  private Instant nextTryAt;

  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Payment() {}

  private Payment(String id, PayableOrder order, String token, Instant now) {
    super(id);
    this.orderId = order.id();
    this.userId = order.userId();
    this.token = token;
    this.amount = order.price().amount();
    this.currency = order.price().currency();
    this.createdAt = now;
    become(PaymentStatus.REQUESTED, now);
  }

  /**
   * Wants to pay an order at the order's price; the caller has the first turn at Stripe.
   *
   * @param token Stripe's name for the buyer's card
   */
  public static Payment request(String id, PayableOrder order, String token, Instant now) {
    return new Payment(id, order, token, now);
  }

  /** Stripe has set the money aside. */
  public void authorize(String intentId, Instant now) {
    if (status == PaymentStatus.REQUESTED) {
      stripeId = intentId;
      become(PaymentStatus.AUTHORIZED, now);
      tell(new PaymentEvent.PaymentAuthorized(snapshot()), now);
    }
  }

  /**
   * Goes where the order's state leads. A payment that has ended answers again when the order still
   * waits for it: its first answer was overtaken.
   *
   * @return whether this has begun a step with Stripe, which is then the caller's to take
   */
  public boolean follow(PayableOrder order, Instant now) {
    if (status == PaymentStatus.AUTHORIZED && order.awaits(id())) {
      become(PaymentStatus.CAPTURING, now);
      return true;
    }
    if (status == PaymentStatus.AUTHORIZED && order.isClosedTo(id())) {
      letGo(stripeId, order, now);
      return true;
    }
    if (status == PaymentStatus.CAPTURED && order.isClosedTo(id())) {
      refund(Failure.orderEnded(order.whyClosed()), now);
      return true;
    }
    if (status.isUnsuccessful() && order.awaits(id())) {
      tell(new PaymentEvent.PaymentFailed(snapshot()), now);
    }
    return false;
  }

  /** Lets the money go that Stripe has set aside, since the order has no use for it any more. */
  public void letGo(String intentId, PayableOrder order, Instant now) {
    if (status == PaymentStatus.REQUESTED
        || status == PaymentStatus.AUTHORIZED
        || status == PaymentStatus.CAPTURING) {
      stripeId = intentId;
      note(Failure.orderEnded(order.whyClosed()));
      become(PaymentStatus.CANCELLING, now);
    }
  }

  /** Stripe has taken the money. */
  public void capture(Instant now) {
    if (status == PaymentStatus.CAPTURING) {
      become(PaymentStatus.CAPTURED, now);
      tell(new PaymentEvent.ChargeCreated(snapshot()), now);
    }
  }

  /** Stripe will not set aside, or will not take, the money. */
  public void fail(Failure reason, Instant now) {
    if (status == PaymentStatus.REQUESTED || status == PaymentStatus.CAPTURING) {
      note(reason);
      become(PaymentStatus.FAILED, now);
      tell(new PaymentEvent.PaymentFailed(snapshot()), now);
    }
  }

  /**
   * Another payment has the order; this one never went to Stripe, and nobody needs to hear of it.
   */
  public void giveWay(Failure reason, Instant now) {
    if (status == PaymentStatus.REQUESTED) {
      note(reason);
      become(PaymentStatus.FAILED, now);
    }
  }

  /** Stripe has let the money go. */
  public void cancel(Instant now) {
    if (status == PaymentStatus.CANCELLING) {
      become(PaymentStatus.CANCELLED, now);
      tell(new PaymentEvent.PaymentFailed(snapshot()), now);
    }
  }

  /** Money was taken that must not be kept. */
  public void refund(Failure reason, Instant now) {
    if (status == PaymentStatus.CAPTURED
        || status == PaymentStatus.CAPTURING
        || status == PaymentStatus.CANCELLING) {
      note(reason);
      become(PaymentStatus.REFUNDING, now);
    }
  }

  /** Stripe has given the money back. */
  public void refunded(Instant now) {
    if (status == PaymentStatus.REFUNDING) {
      become(PaymentStatus.REFUNDED, now);
      tell(new PaymentEvent.ChargeRefunded(snapshot()), now);
    }
  }

  /**
   * Takes the turn at a step that is due.
   *
   * @return whether the caller has it now
   */
  public boolean lease(Instant now) {
    if (nextTryAt == null || nextTryAt.isAfter(now)) {
      return false;
    }
    attempts++;
    nextTryAt = now.plus(Patience.LEASE);
    return true;
  }

  /** Stripe's answer is unknown, or orders has not decided; gives the turn up until later. */
  public void postpone(PaymentStatus during, Instant now) {
    if (status == during) {
      attempts++;
      nextTryAt =
          now.plus(
              status == PaymentStatus.AUTHORIZED
                  ? Patience.LOOK_AGAIN
                  : Patience.after(attempts - 1));
    }
  }

  private void become(PaymentStatus next, Instant now) {
    status = next;
    attempts = 0;
    updatedAt = now;
    if (next != PaymentStatus.REQUESTED) {
      token = null;
    }
    if (next.isUnderway()) {
      nextTryAt = now.plus(Patience.LEASE);
    } else {
      nextTryAt = next == PaymentStatus.AUTHORIZED ? now.plus(Patience.LOOK_AGAIN) : null;
    }
  }

  private void note(Failure reason) {
    failureKind = reason.kind();
    failure = reason.message();
  }

  private PaymentEvent.Payment snapshot() {
    return new PaymentEvent.Payment(id(), orderId, userId, amount(), stripeId, failure);
  }

  public String orderId() {
    return orderId;
  }

  /** The buyer. */
  public String userId() {
    return userId;
  }

  /** Stripe's name for the buyer's card; null once Stripe has answered. */
  public String token() {
    return token;
  }

  public Money amount() {
    return new Money(amount, currency);
  }

  public PaymentStatus status() {
    return status;
  }

  /** Stripe's PaymentIntent, or null when none was made. */
  public String stripeId() {
    return stripeId;
  }

  /** Why it took no money, or null. */
  public Failure failure() {
    return failureKind == null ? null : new Failure(failureKind, failure);
  }

  /** How often the current step was tried before without an answer. */
  public int attempts() {
    return attempts;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
