package dev.ticketing.payments.application;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.PaymentEvent;
import dev.ticketing.payments.domain.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One order as the orders domain keeps it: what it does with what payments say. */
final class OrdersModel {

  /** An event of the order with the version it had by then. */
  record News(OrderEvent event, long version) {}

  static final String ID = "650000000000000000000001";
  static final String BUYER = "650000000000000000000002";
  static final Money PRICE = new Money(1999, "usd");

  final List<News> log = new ArrayList<>();
  private final Clock clock;
  private final Instant expiresAt;
  private OrderStatus status;
  private String paymentId;
  private long version = -1;

  OrdersModel(Clock clock, Instant expiresAt) {
    this.clock = clock;
    this.expiresAt = expiresAt;
    become(OrderStatus.CREATED, null);
  }

  OrderStatus status() {
    return status;
  }

  String paymentId() {
    return paymentId;
  }

  void hear(Event event) {
    if (event instanceof PaymentEvent.PaymentAuthorized authorized) {
      if (status == OrderStatus.CREATED) {
        boolean inTime = clock.instant().isBefore(expiresAt);
        become(
            inTime ? OrderStatus.AWAITING_PAYMENT : OrderStatus.EXPIRED,
            inTime ? authorized.payment().id() : null);
      }
    } else if (status == OrderStatus.AWAITING_PAYMENT
        && ((PaymentEvent) event).payment().id().equals(paymentId)) {
      if (event instanceof PaymentEvent.ChargeCreated) {
        become(OrderStatus.COMPLETE, paymentId);
      } else if (event instanceof PaymentEvent.PaymentFailed) {
        boolean inTime = clock.instant().isBefore(expiresAt);
        become(inTime ? OrderStatus.CREATED : OrderStatus.EXPIRED, null);
      }
    }
  }

  boolean cancel() {
    return endUnpaid(OrderStatus.CANCELLED);
  }

  boolean expire() {
    return endUnpaid(OrderStatus.EXPIRED);
  }

  private boolean endUnpaid(OrderStatus end) {
    if (status == OrderStatus.CREATED) {
      become(end, null);
      return true;
    }
    return false;
  }

  /** Does what orders never does, to see the last safety net. */
  void violate(OrderStatus end) {
    violate(end, null);
  }

  void violate(OrderStatus end, String payment) {
    become(end, payment);
  }

  private void become(OrderStatus next, String payment) {
    status = next;
    paymentId = payment;
    version++;
    OrderEvent.Order order =
        new OrderEvent.Order(
            ID,
            BUYER,
            "650000000000000000000003",
            "A ticket",
            "650000000000000000000004",
            PRICE,
            expiresAt,
            1,
            payment);
    log.add(
        new News(
            switch (next) {
              case CREATED -> new OrderEvent.OrderCreated(order);
              case AWAITING_PAYMENT -> new OrderEvent.OrderAwaitingPayment(order);
              case COMPLETE -> new OrderEvent.OrderCompleted(order);
              case CANCELLED -> new OrderEvent.OrderCancelled(order);
              case EXPIRED -> new OrderEvent.OrderExpired(order);
            },
            version));
  }
}
