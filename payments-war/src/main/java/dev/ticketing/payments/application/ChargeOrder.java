package dev.ticketing.payments.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.platform.aggregate.Identifier;
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
 * hears how it ended, or after a while how it stands.
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
   * @return the payment, settled or as it stands when the longest wait is over
   * @throws Refusal NOT_FOUND, FORBIDDEN or CONFLICT when the order is not there, not the buyer's,
   *     or not to be paid now; OVERLOADED when nobody can be charged on this server
   */
  public CompletionStage<Settlement> charge(String buyerId, String orderId, String token) {
    Instant until = clock.instant().plus(LONGEST_WAIT);
    requireReadiness();
    PayableOrder order =
        arrival
            .of(orderId, () -> orders.find(orderId))
            .orElseThrow(() -> Refusal.notFound("No such order"));
    order.requirePayableBy(buyerId, clock.instant());
    requireUnclaimed(order);
    Payment payment = Payment.request(Identifier.next(), order, token, clock.instant());
    payments.add(payment);
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
              orders.find(order.id()).ifPresent(o -> o.requirePayableBy(payment.userId(), now));
              return inProgress();
            });
  }

  private static Refusal inProgress() {
    return Refusal.conflict("A payment of this order is in progress");
  }
}
