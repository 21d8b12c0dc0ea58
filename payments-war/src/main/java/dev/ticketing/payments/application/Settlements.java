package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.payments.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Those who wait to hear how a payment ends: with its money taken and its order complete, or
 * without. They are woken by what happens on this server; what happens on another they see by
 * looking again now and then. Each holds a thread of the server, so only so many may wait; who
 * comes when all places are taken hears at once how the payment stands.
 */
@ApplicationScoped
public class Settlements {

  /** Each of them keeps a thread of the server. */
  public static final int MOST_WAITING = 40;

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /**
   * How a payment ended, or how it stands.
   *
   * @param complete whether nothing more is to come of it
   */
  public record Settlement(Payment payment, boolean complete) {}

  private record Waiting(Instant until, CompletableFuture<Settlement> end) {}

  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private PaymentRepository payments;
  private PayableOrders orders;
  private Background background;
  private Clock clock;

  /** For the container's proxy. */
  protected Settlements() {}

  @Inject
  public Settlements(
      PaymentRepository payments, PayableOrders orders, Background background, Clock clock) {
    this.payments = payments;
    this.orders = orders;
    this.background = background;
    this.clock = clock;
  }

  /**
   * @return the payment once it is settled, or as it stands when the time is over or too many wait
   */
  public CompletableFuture<Settlement> await(String paymentId, Instant until) {
    if (waiting.size() >= MOST_WAITING) {
      return CompletableFuture.completedFuture(
          new Settlement(payments.find(paymentId).orElseThrow(), false));
    }
    Waiting here = new Waiting(until, new CompletableFuture<>());
    waiting.put(paymentId, here);
    lookLater(paymentId, here);
    return here.end().whenComplete((settlement, failure) -> waiting.remove(paymentId, here));
  }

  /** Something has happened to this payment or its order: whoever waits for it should look. */
  public void wake(String paymentId) {
    Waiting here = waiting.get(paymentId);
    if (here != null) {
      background.later(Duration.ZERO, () -> look(paymentId, here));
    }
  }

  /** Whether nothing more is to come of it: taken with a complete order, or not taken. */
  private boolean isSettled(Payment payment) {
    return payment.status().isUnsuccessful()
        || payment.status() == PaymentStatus.CAPTURED
            && orders
                .find(payment.orderId())
                .filter(order -> order.isCompletedBy(payment.id()))
                .isPresent();
  }

  private void lookAgain(String paymentId, Waiting here) {
    if (!here.end().isDone()) {
      look(paymentId, here);
    }
    if (!here.end().isDone()) {
      lookLater(paymentId, here);
    }
  }

  private void lookLater(String paymentId, Waiting here) {
    Duration left = Duration.between(clock.instant(), here.until());
    boolean last = left.compareTo(LOOK_EVERY) < 0 && !left.isNegative();
    background.later(last ? left : LOOK_EVERY, () -> lookAgain(paymentId, here));
  }

  private void look(String paymentId, Waiting here) {
    try {
      Payment payment = payments.find(paymentId).orElseThrow();
      boolean settled = isSettled(payment);
      if (settled || isOver(here)) {
        here.end().complete(new Settlement(payment, settled));
      }
    } catch (RuntimeException e) {
      if (isOver(here)) {
        here.end().completeExceptionally(e);
      }
    }
  }

  private boolean isOver(Waiting here) {
    return !clock.instant().isBefore(here.until());
  }
}
