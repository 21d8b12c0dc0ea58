package dev.ticketing.payments.domain;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.PaymentEvent;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/**
 * What is written down of a payment: who pays how much for which order, where it stands, and what
 * Stripe calls it. What may follow on what is decided in {@link Payment}.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class PaymentRecord extends Stepwise {

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

  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  private Instant updatedAt;

  /** For the persistence provider. */
  protected PaymentRecord() {}

  protected PaymentRecord(String id, PayableOrder order, String token, Instant now) {
    super(id);
    this.orderId = order.id();
    this.userId = order.userId();
    this.token = token;
    this.amount = order.price().amount();
    this.currency = order.price().currency();
    this.createdAt = now;
  }

  /** Begins what the next state is about; the card is needed for nothing but the first. */
  protected final void become(PaymentStatus next, Instant now) {
    status = next;
    updatedAt = now;
    if (next != PaymentStatus.REQUESTED) {
      token = null;
    }
    if (next.isUnderway()) {
      beginStep(now, Patience.LEASE);
    } else if (next == PaymentStatus.AUTHORIZED) {
      beginStep(now, Patience.LOOK_AGAIN);
    } else {
      endSteps();
    }
  }

  protected final void note(Failure reason) {
    failureKind = reason.kind();
    failure = reason.message();
  }

  protected final void noteIntent(String intentId) {
    stripeId = intentId;
  }

  /** Neither the card nor the text that the bank gave. */
  @Override
  protected final String auditDetail() {
    return "%s, order %s, %d %s, buyer %s".formatted(status, orderId, amount, currency, userId);
  }

  protected final PaymentEvent.Payment snapshot() {
    return new PaymentEvent.Payment(id(), orderId, userId, amount(), stripeId, failure);
  }

  public final String orderId() {
    return orderId;
  }

  /** The buyer. */
  public final String userId() {
    return userId;
  }

  /** Stripe's name for the buyer's card; null once Stripe has answered. */
  public final String token() {
    return token;
  }

  public final Money amount() {
    return new Money(amount, currency);
  }

  public final PaymentStatus status() {
    return status;
  }

  /** Stripe's PaymentIntent, or null when none was made. */
  public final String stripeId() {
    return stripeId;
  }

  /** Why it took no money, or null. */
  public final Failure failure() {
    return failureKind == null ? null : new Failure(failureKind, failure);
  }

  public final Instant createdAt() {
    return createdAt;
  }
}
