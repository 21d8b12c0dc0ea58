package dev.ticketing.orders.domain;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A buyer's claim on a ticket. It is created with the ticket's lock in hand, awaits its payment
 * once the bank has reserved the money and the lock is secured for it, and is complete when the
 * money is taken. Until the lock is secured the buyer may cancel and the deadline expires it; a
 * payment that fails gives it back the rest of its time.
 *
 * <p>The lock has decided before any of these methods is called, so a turn that the order has taken
 * already, or can no longer take, changes nothing.
 */
@Entity
@Table(name = "orders")
public class Order extends Aggregate {

  private String userId;
  private String ticketId;
  private String ticketTitle;
  private String sellerId;
  private long price;
  private String currency;
  private long hold;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Convert(converter = InstantConverter.class)
  private Instant expiresAt;

  private String paymentId;

  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Order() {}

  private Order(String id, String userId, HeldTicket ticket, Instant expiresAt, Instant now) {
    super(id);
    this.userId = userId;
    this.ticketId = ticket.id();
    this.ticketTitle = ticket.title();
    this.sellerId = ticket.sellerId();
    this.price = ticket.price().amount();
    this.currency = ticket.price().currency();
    this.hold = ticket.hold();
    this.status = OrderStatus.CREATED;
    this.expiresAt = expiresAt;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Orders a ticket whose lock the buyer has just taken, at the price it has at that moment. */
  public static Order place(
      String id, String buyerId, HeldTicket ticket, Instant expiresAt, Instant now) {
    Order order = new Order(id, buyerId, ticket, expiresAt, now);
    order.tell(new OrderEvent.OrderCreated(order.snapshot()), now);
    return order;
  }

  /** The lock is secured for this payment: from here on only the payment can end the order. */
  public void awaitPayment(String payment, Instant now) {
    if (status == OrderStatus.CREATED) {
      become(OrderStatus.AWAITING_PAYMENT, payment, now);
      tell(new OrderEvent.OrderAwaitingPayment(snapshot()), now);
    }
  }

  /** The payment failed after all, and there is time left to try another. */
  public void reopen(Instant now) {
    if (status == OrderStatus.AWAITING_PAYMENT) {
      become(OrderStatus.CREATED, null, now);
      tell(new OrderEvent.OrderCreated(snapshot()), now);
    }
  }

  /** The money is taken. */
  public void complete(Instant now) {
    if (status == OrderStatus.AWAITING_PAYMENT) {
      become(OrderStatus.COMPLETE, paymentId, now);
      tell(new OrderEvent.OrderCompleted(snapshot()), now);
    }
  }

  /** The buyer, or the withdrawal of the ticket, has ended it before its time. */
  public void cancel(Instant now) {
    if (status == OrderStatus.CREATED) {
      become(OrderStatus.CANCELLED, null, now);
      tell(new OrderEvent.OrderCancelled(snapshot()), now);
    }
  }

  /** Its time is over and the lock is given back. */
  public void expire(Instant now) {
    if (!status.isFinal()) {
      become(OrderStatus.EXPIRED, null, now);
      tell(new OrderEvent.OrderExpired(snapshot()), now);
    }
  }

  private void become(OrderStatus next, String payment, Instant now) {
    status = next;
    paymentId = payment;
    updatedAt = now;
  }

  private OrderEvent.Order snapshot() {
    return new OrderEvent.Order(
        id(), userId, ticketId, ticketTitle, sellerId, price(), expiresAt, hold, paymentId);
  }

  @Override
  protected String auditDetail() {
    return "ticket %s, %d %s, buyer %s".formatted(ticketId, price, currency, userId);
  }

  public boolean isPlacedBy(String user) {
    return userId.equals(user);
  }

  public boolean isAwaiting(String payment) {
    return status == OrderStatus.AWAITING_PAYMENT && paymentId.equals(payment);
  }

  /** Whether its time is over at this moment; what that means depends on the lock. */
  public boolean isOverdueAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public String userId() {
    return userId;
  }

  public String ticketId() {
    return ticketId;
  }

  public String ticketTitle() {
    return ticketTitle;
  }

  public Money price() {
    return new Money(price, currency);
  }

  public OrderStatus status() {
    return status;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** The payment that secured or completed it, or null. */
  public String paymentId() {
    return paymentId;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
