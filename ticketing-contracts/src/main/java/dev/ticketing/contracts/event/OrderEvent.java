package dev.ticketing.contracts.event;

import dev.ticketing.contracts.Money;
import java.time.Instant;

/** The turns in an order's life. */
public sealed interface OrderEvent extends Event {

  /**
   * An order as it stands after the event.
   *
   * @param userId the buyer
   * @param sellerId whose ticket it is
   * @param price what the ticket cost at the moment of the lock
   * @param expiresAt when the lock ends unless it is paid
   * @param hold counts the locks ever taken on this ticket: of two orders for one ticket, the one
   *     with the higher number came later
   * @param paymentId the payment that holds or completed the order, or null
   */
  record Order(
      String id,
      String userId,
      String ticketId,
      String ticketTitle,
      String sellerId,
      Money price,
      Instant expiresAt,
      long hold,
      String paymentId) {}

  Order order();

  record OrderCreated(Order order) implements OrderEvent {}

  record OrderAwaitingPayment(Order order) implements OrderEvent {}

  record OrderCompleted(Order order) implements OrderEvent {}

  record OrderCancelled(Order order) implements OrderEvent {}

  record OrderExpired(Order order) implements OrderEvent {}
}
