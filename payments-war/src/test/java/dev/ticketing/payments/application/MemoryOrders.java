package dev.ticketing.payments.application;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Copies of orders in memory; every call is one atomic step. */
final class MemoryOrders implements PayableOrders {

  private final Map<String, PayableOrder> stored = new HashMap<>();
  private final Crashes crashes;

  MemoryOrders(Crashes crashes) {
    this.crashes = crashes;
  }

  @Override
  public Optional<PayableOrder> find(String id) {
    return crashes.around(() -> read(id));
  }

  @Override
  public PayableOrder keep(OrderEvent event, long version) {
    return crashes.around(() -> write(event, version));
  }

  @Override
  public Optional<PayableOrder> claim(String orderId, String paymentId, Instant now) {
    return crashes.around(() -> tryClaim(orderId, paymentId, now));
  }

  @Override
  public void release(String orderId, String paymentId) {
    crashes.around(() -> tryRelease(orderId, paymentId));
  }

  private synchronized Optional<PayableOrder> read(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  private synchronized PayableOrder write(OrderEvent event, long version) {
    PayableOrder known = stored.get(event.order().id());
    if (known != null && known.version() >= version) {
      return known;
    }
    OrderEvent.Order order = event.order();
    PayableOrder news =
        new PayableOrder(
            order.id(),
            version,
            order.userId(),
            order.price(),
            order.expiresAt(),
            OrderStatus.after(event),
            order.paymentId(),
            known == null ? null : known.activePaymentId());
    stored.put(order.id(), news);
    return news;
  }

  private synchronized Optional<PayableOrder> tryClaim(
      String orderId, String paymentId, Instant now) {
    return read(orderId)
        .filter(order -> order.isPayableAt(now))
        .filter(order -> order.activePaymentId() == null || order.isClaimedBy(paymentId))
        .map(order -> withClaim(order, paymentId));
  }

  private synchronized Object tryRelease(String orderId, String paymentId) {
    return read(orderId)
        .filter(order -> order.isClaimedBy(paymentId))
        .map(order -> withClaim(order, null));
  }

  private PayableOrder withClaim(PayableOrder order, String paymentId) {
    PayableOrder news =
        new PayableOrder(
            order.id(),
            order.version(),
            order.userId(),
            order.price(),
            order.expiresAt(),
            order.status(),
            order.paymentId(),
            paymentId);
    stored.put(order.id(), news);
    return news;
  }
}
