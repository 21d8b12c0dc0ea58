package dev.ticketing.payments.application;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes over what orders says, and lets the payments it concerns follow. What is done depends on
 * the order as it is known afterwards, not on the event: an event that comes twice, or that was cut
 * off the first time, has the same result as one that came once. Stripe is called elsewhere.
 */
@ApplicationScoped
public class FollowOrder {

  private PayableOrders orders;
  private TakeStep takeStep;
  private Settlements settlements;
  private Background background;

  /** For the container's proxy. */
  protected FollowOrder() {}

  @Inject
  public FollowOrder(
      PayableOrders orders, TakeStep takeStep, Settlements settlements, Background background) {
    this.orders = orders;
    this.takeStep = takeStep;
    this.settlements = settlements;
    this.background = background;
  }

  /**
   * @param version of the order at this event
   */
  public void follow(OrderEvent event, long version) {
    PayableOrder order = orders.keep(event, version);
    Stream.of(order.activePaymentId(), order.paymentId())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(paymentId -> follow(paymentId, order));
  }

  private void follow(String paymentId, PayableOrder order) {
    takeStep
        .begin(paymentId, order)
        .ifPresent(payment -> background.run(() -> takeStep.take(payment, order)));
    if (order.isCompletedBy(paymentId)) {
      settlements.wake(paymentId);
    }
  }
}
