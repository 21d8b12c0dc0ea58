package dev.ticketing.payments.domain;

import dev.ticketing.contracts.event.OrderEvent;

/** Where an order stands, as far as its events have come. */
public enum OrderStatus {
  CREATED,
  AWAITING_PAYMENT,
  COMPLETE,
  CANCELLED,
  EXPIRED;

  public static OrderStatus after(OrderEvent event) {
    if (event instanceof OrderEvent.OrderCreated) {
      return CREATED;
    }
    if (event instanceof OrderEvent.OrderAwaitingPayment) {
      return AWAITING_PAYMENT;
    }
    if (event instanceof OrderEvent.OrderCompleted) {
      return COMPLETE;
    }
    return event instanceof OrderEvent.OrderCancelled ? CANCELLED : EXPIRED;
  }
}
