package dev.ticketing.payments.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.platform.aggregate.ReservedId;
import dev.ticketing.platform.time.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Pays an order by card, at the order's price. The wish is stored, then the order claimed for this
 * payment, and only then is Stripe asked; whoever asks twice at once is charged once. The caller
 * hears how it ended, or after a while how it stands. Whoever repeats the same wish under the same
 * reserved id hears of the payment that was made for it.
 */
@ApplicationScoped
public class ChargeOrder {

  /** After this long the caller is told to ask again. */
  public static final Duration LONGEST_WAIT = Duration.ofMillis(4_500);

  private Arrival arrival;
  private PayableOrders orders;
  private PaymentRepository payments;
  private PaymentGateway gateway;
  private TakeStep takeStep;
  private Settlements settlements;
  private Background background;
  private Clock clock;

  /** For the container's proxy. */
  protected ChargeOrder() {}

  @Inject
  public ChargeOrder(
      Arrival arrival,
      PayableOrders orders,
      PaymentRepository payments,
      PaymentGateway gateway,
      TakeStep takeStep,
      Settlements settlements,
      Background background,
      Clock clock) {
    this.arrival = arrival;
    this.orders = orders;
    this.payments = payments;
    this.gateway = gateway;
    this.takeStep = takeStep;
    this.settlements = settlements;
    this.background = background;
    this.clock = clock;
  }

  /**
   * @param token Stripe's name for the buyer's card, {@code tok_...} or {@code pm_...}
   * @param id what the payment is to be called
   * @return the payment, settled or as it stands when the longest wait is over
   * @throws Refusal NOT_FOUND, FORBIDDEN or CONFLICT when the order is not there, not the buyer's,
   *     or not to be paid now; OVERLOADED when nobody can be charged on this server
   */
  public CompletionStage<Settlement> charge(
      String buyerId, String orderId, String token, ReservedId id) {
    Instant until = clock.instant().plus(LONGEST_WAIT);
    requireReadiness();
    if (isRequested(id)) {
      return settlements.await(id.value(), until);
    }
    try {
      return request(buyerId, orderId, token, id, until);
    } catch (Refusal refusal) {
      if (isRequested(id)) {
        return settlements.await(id.value(), until);
      }
      throw refusal;
    }
  }

  /** A request that was cut off, or is slow, has stored the wish; it is fulfilled in any case. */
  private boolean isRequested(ReservedId id) {
    return id.mayBeTaken() && payments.find(id.value()).isPresent();
  }

  private CompletionStage<Settlement> request(
      String buyerId, String orderId, String token, ReservedId id, Instant until) {
    PayableOrder order =
        arrival
            .of(orderId, () -> orders.find(orderId))
            .orElseThrow(() -> Refusal.notFound("No such order"));
    PaymentAccess.requireMayPay(buyerId, order);
    order.requirePayableAt(clock.instant());
    requireUnclaimed(order);
    Payment payment = Payment.request(id.value(), order, token, clock.instant());
    if (!payments.add(payment)) {
      return settlements.await(id.value(), until);
    }
    PayableOrder claimed = claim(order, payment);
    CompletionStage<Settlement> settled = settlements.await(payment.id(), until);
    background.run(() -> takeStep.take(payment, claimed));
    return settled;
  }

  private void requireReadiness() {
    if (!gateway.isConfigured()) {
      throw Refusal.overloaded("Payments are not configured on this server");
    }
  }

  /** A claim outlives its payment only when a server died between the two; nobody else frees it. */
  private void requireUnclaimed(PayableOrder order) {
    String active = order.activePaymentId();
    if (active == null) {
      return;
    }
    boolean abandoned =
        payments.find(active).map(payment -> payment.status().isUnsuccessful()).orElse(true);
    if (!abandoned) {
      throw inProgress();
    }
    orders.release(order.id(), active);
  }

  private PayableOrder claim(PayableOrder order, Payment payment) {
    return orders
        .claim(order.id(), payment.id(), clock.instant())
        .orElseThrow(
            () -> {
              Instant now = clock.instant();
              payments.change(payment.id(), found -> found.giveWay(Failure.superseded(), now));
              orders.find(order.id()).ifPresent(o -> o.requirePayableAt(now));
              return inProgress();
            });
  }

  private static Refusal inProgress() {
    return Refusal.conflict("A payment of this order is in progress");
  }
}
