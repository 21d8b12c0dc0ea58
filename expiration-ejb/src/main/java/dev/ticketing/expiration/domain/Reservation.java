package dev.ticketing.expiration.domain;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.ReservationExpired;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The time one order has. It is due at the order's deadline for as long as the order waits for its
 * buyer, and says once that it has expired when that passes. A payment stops it, and a payment that
 * fails sets it going again.
 */
@Entity
@Table(name = "reservations")
public class Reservation extends Aggregate {

  private String userId;
  private String ticketId;

  @Enumerated(EnumType.STRING)
  private ReservationStatus status;

  private long orderVersion;

  @Convert(converter = InstantConverter.class)
  private Instant expiresAt;

  @Convert(converter = InstantConverter.class)
  private Instant dueAt;

  /** For the persistence provider. */
  protected Reservation() {}

  private Reservation(OrderEvent.Order order) {
    super(order.id());
    this.userId = order.userId();
    this.ticketId = order.ticketId();
    this.orderVersion = -1;
  }

  /**
   * The first that is heard of an order, which need not be its beginning.
   *
   * @param version of the order at this event
   */
  public static Reservation of(OrderEvent event, long version) {
    Reservation reservation = new Reservation(event.order());
    reservation.follow(event, version);
    return reservation;
  }

  /**
   * @param version of the order at this event; what is older than the last is ignored
   */
  public void follow(OrderEvent event, long version) {
    if (version <= orderVersion) {
      return;
    }
    orderVersion = version;
    status = statusAfter(event);
    expiresAt = event.order().expiresAt();
    dueAt = status == ReservationStatus.CREATED ? expiresAt : null;
  }

  private static ReservationStatus statusAfter(OrderEvent event) {
    if (event instanceof OrderEvent.OrderCreated) {
      return ReservationStatus.CREATED;
    } else if (event instanceof OrderEvent.OrderAwaitingPayment) {
      return ReservationStatus.AWAITING_PAYMENT;
    } else if (event instanceof OrderEvent.OrderCompleted) {
      return ReservationStatus.COMPLETE;
    } else if (event instanceof OrderEvent.OrderCancelled) {
      return ReservationStatus.CANCELLED;
    }
    return ReservationStatus.EXPIRED;
  }

  /**
   * Says that its time is over, if it is and that has not been said. Nothing but the due date
   * changes by that.
   *
   * @return whether it has said so now
   */
  public boolean expireIfDue(Instant now) {
    if (dueAt == null || dueAt.isAfter(now)) {
      return false;
    }
    dueAt = null;
    tell(
        new ReservationExpired(new ReservationExpired.Reservation(id(), ticketId, expiresAt)), now);
    return true;
  }

  /** The order that ends by it is audited. */
  @Override
  protected boolean isAudited() {
    return false;
  }

  /** How much of its time is left; none once the order does not wait for its buyer any more. */
  public Duration remainingAt(Instant now) {
    boolean over = status != ReservationStatus.CREATED || !now.isBefore(expiresAt);
    return over ? Duration.ZERO : Duration.between(now, expiresAt);
  }

  /** When it has to expire unless something happens before, or null. */
  public Instant dueAt() {
    return dueAt;
  }

  public String userId() {
    return userId;
  }

  public ReservationStatus status() {
    return status;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
