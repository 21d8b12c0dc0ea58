package dev.ticketing.payments.domain;

import dev.ticketing.contracts.event.PaymentEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/**
 * One attempt to pay an order. It is requested before Stripe is asked, authorised when the money is
 * set aside, and then waits for orders: when the order awaits it the money is taken, when the order
 * has ended the money is let go. Each state that names an intention is stored before the call to
 * Stripe and left by Stripe's answer alone; a turn that the payment has taken already, or can no
 * longer take, changes nothing.
 */
@Entity
@Table(name = "payments")
public class Payment extends PaymentRecord {

  /** For the persistence provider. */
  protected Payment() {}

  private Payment(String id, PayableOrder order, String token, Instant now) {
    super(id, order, token, now);
    become(PaymentStatus.REQUESTED, now);
    note("ChargeAsked", now);
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
    if (is(PaymentStatus.REQUESTED)) {
      noteIntent(intentId);
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
    if (is(PaymentStatus.AUTHORIZED) && order.awaits(id())) {
      become(PaymentStatus.CAPTURING, now);
      return true;
    }
    if (is(PaymentStatus.AUTHORIZED) && order.isClosedTo(id())) {
      letGo(stripeId(), order, now);
      return true;
    }
    if (is(PaymentStatus.CAPTURED) && order.isClosedTo(id())) {
      refund(Failure.orderEnded(order.whyClosed()), now);
      return true;
    }
    if (status().isUnsuccessful() && order.awaits(id())) {
      tell(new PaymentEvent.PaymentFailed(snapshot()), now);
    }
    return false;
  }

  /** Lets the money go that Stripe has set aside, since the order has no use for it any more. */
  public void letGo(String intentId, PayableOrder order, Instant now) {
    if (is(PaymentStatus.REQUESTED, PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURING)) {
      noteIntent(intentId);
      note(Failure.orderEnded(order.whyClosed()));
      become(PaymentStatus.CANCELLING, now);
    }
  }

  /** Stripe has taken the money. */
  public void capture(Instant now) {
    if (is(PaymentStatus.CAPTURING)) {
      become(PaymentStatus.CAPTURED, now);
      tell(new PaymentEvent.ChargeCreated(snapshot()), now);
    }
  }

  /** Stripe will not set aside, or will not take, the money. */
  public void fail(Failure reason, Instant now) {
    if (is(PaymentStatus.REQUESTED, PaymentStatus.CAPTURING)) {
      note(reason);
      become(PaymentStatus.FAILED, now);
      tell(new PaymentEvent.PaymentFailed(snapshot()), now);
    }
  }

  /**
   * Another payment has the order; this one never went to Stripe, and nobody needs to hear of it.
   */
  public void giveWay(Failure reason, Instant now) {
    if (is(PaymentStatus.REQUESTED)) {
      note(reason);
      become(PaymentStatus.FAILED, now);
    }
  }

  /** Stripe has let the money go. */
  public void cancel(Instant now) {
    if (is(PaymentStatus.CANCELLING)) {
      become(PaymentStatus.CANCELLED, now);
      tell(new PaymentEvent.PaymentFailed(snapshot()), now);
    }
  }

  /** Money was taken that must not be kept. */
  public void refund(Failure reason, Instant now) {
    if (is(PaymentStatus.CAPTURED, PaymentStatus.CAPTURING, PaymentStatus.CANCELLING)) {
      note(reason);
      become(PaymentStatus.REFUNDING, now);
    }
  }

  /**
   * Stripe has set money aside, though this had ended without: an answer was lost for good.
   *
   * @return whether this has begun to let the money go, which is then the caller's to do
   */
  public boolean findHeld(String intentId, Instant now) {
    return undo(intentId, PaymentStatus.CANCELLING, now);
  }

  /**
   * Stripe has taken money, though this had ended without.
   *
   * @return whether this has begun to give the money back, which is then the caller's to do
   */
  public boolean findCaptured(String intentId, Instant now) {
    return undo(intentId, PaymentStatus.REFUNDING, now);
  }

  private boolean undo(String intentId, PaymentStatus step, Instant now) {
    if (!is(PaymentStatus.FAILED, PaymentStatus.CANCELLED)) {
      return false;
    }
    noteIntent(intentId);
    become(step, now);
    return true;
  }

  /** Stripe has given the money back. */
  public void refunded(Instant now) {
    if (is(PaymentStatus.REFUNDING)) {
      become(PaymentStatus.REFUNDED, now);
      tell(new PaymentEvent.ChargeRefunded(snapshot()), now);
    }
  }

  /** Stripe's answer is unknown, or orders has not decided; gives the turn up until later. */
  public void postpone(PaymentStatus during, Instant now) {
    if (!is(during)) {
      return;
    }
    if (is(PaymentStatus.AUTHORIZED)) {
      lookLater(now, Patience.LOOK_AGAIN);
    } else {
      tryLater(now);
    }
  }

  private boolean is(PaymentStatus... any) {
    return Set.of(any).contains(status());
  }
}
