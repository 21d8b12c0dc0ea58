package dev.ticketing.payments.domain;

import dev.ticketing.contracts.event.OrderEvent;
import java.time.Instant;
import java.util.Optional;

/** The copies of orders that payments keep, and the claims of payments on them. */
public interface PayableOrders {

  Optional<PayableOrder> find(String id);

  /**
   * Takes over what the event says, unless the copy is as new already. Claims are not touched.
   *
   * @param version of the order at this event
   * @return the order as it is known now, which may be newer than the event
   */
  PayableOrder keep(OrderEvent event, long version);

  /**
   * Claims an order for one payment, in one atomic step: only one payment can have it, and only
   * while the order can be paid. A payment that has the claim already has it again.
   *
   * @return the claimed order, or empty when there is nothing to be had
   */
  Optional<PayableOrder> claim(String orderId, String paymentId, Instant now);

  /** Gives the claim up, if it is this payment's. */
  void release(String orderId, String paymentId);
}
