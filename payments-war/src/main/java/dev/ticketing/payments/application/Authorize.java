package dev.ticketing.payments.application;

import dev.ticketing.payments.application.PaymentGateway.Absent;
import dev.ticketing.payments.application.PaymentGateway.Authorization;
import dev.ticketing.payments.application.PaymentGateway.Authorized;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.InvalidToken;
import dev.ticketing.payments.application.PaymentGateway.Unavailable;
import dev.ticketing.payments.application.PaymentGateway.Unknown;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.payments.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Has the money of a requested payment set aside. Stripe is asked only by the payment that has the
 * claim on its order. When the order can no longer be paid by then, an earlier, cut off attempt may
 * still have set the money aside: asking again by the same key finds it, and it is let go. Stripe
 * remembers its own errors by the same key as well, and forgets keys after a day: where asking
 * again tells nothing, its books are looked through instead.
 */
@ApplicationScoped
public class Authorize {

  /** So many leases and answers that did not come: one request in vain. */
  private static final int TRIES_BEFORE_LOOKING = 2;

  /**
   * Three requests in vain, and some twenty seconds: what is not in the books by now is not made.
   */
  private static final int TRIES_BEFORE_GIVING_UP = 6;

  /** Stripe knows a request again for a day. */
  private static final Duration KEYS_ARE_KNOWN_FOR = Duration.ofHours(23);

  private PaymentRepository payments;
  private PayableOrders orders;
  private PaymentGateway gateway;
  private Clock clock;

  /** For the container's proxy. */
  protected Authorize() {}

  @Inject
  public Authorize(
      PaymentRepository payments, PayableOrders orders, PaymentGateway gateway, Clock clock) {
    this.payments = payments;
    this.orders = orders;
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * @return the payment afterwards; still requested when Stripe's answer is unknown
   */
  public Payment authorize(Payment payment, PayableOrder order) {
    Optional<PayableOrder> claimed =
        order.isClaimedBy(payment.id())
            ? Optional.of(order)
            : orders.claim(order.id(), payment.id(), clock.instant());
    if (claimed.isEmpty()) {
      return change(payment, (found, now) -> found.giveWay(reasonToGiveWay(order, now), now));
    }
    boolean inTime = claimed.get().isPayableAt(clock.instant());
    return note(ask(payment), payment, claimed.get(), inTime);
  }

  /**
   * Stripe has set the money aside, as its books say.
   *
   * @return the payment afterwards, unchanged when it knew
   */
  public Payment found(String stripeId, Payment payment, PayableOrder order) {
    boolean inTime = order.isClaimedBy(payment.id()) && order.isPayableAt(clock.instant());
    return note(new Authorized(stripeId), payment, order, inTime);
  }

  private Authorization ask(Payment payment) {
    Instant forgotten = payment.createdAt().plus(KEYS_ARE_KNOWN_FOR);
    if (!clock.instant().isBefore(forgotten)) {
      return gateway.lookUp(payment);
    }
    Authorization answer = gateway.authorize(payment);
    if (!(answer instanceof Unknown) || payment.attempts() < TRIES_BEFORE_LOOKING) {
      return answer;
    }
    Authorization found = gateway.lookUp(payment);
    return found instanceof Absent && payment.attempts() < TRIES_BEFORE_GIVING_UP ? answer : found;
  }

  private Payment note(Authorization answer, Payment payment, PayableOrder order, boolean inTime) {
    if (answer instanceof Authorized authorized) {
      return change(
          payment,
          (found, now) -> {
            if (inTime) {
              found.authorize(authorized.stripeId(), now);
            } else {
              found.letGo(authorized.stripeId(), order, now);
            }
          });
    }
    if (answer instanceof Declined declined) {
      return fail(payment, Failure.declined(declined.message()));
    }
    if (answer instanceof InvalidToken invalid) {
      return fail(payment, Failure.invalidToken(invalid.message()));
    }
    if (answer instanceof Absent) {
      return fail(payment, inTime ? Failure.unavailable() : Failure.orderEnded(order.whyClosed()));
    }
    boolean nothingSentBefore = payment.attempts() == 0;
    if (answer instanceof Unavailable && nothingSentBefore) {
      return fail(payment, Failure.unavailable());
    }
    return change(payment, (found, now) -> found.postpone(PaymentStatus.REQUESTED, now));
  }

  private static Failure reasonToGiveWay(PayableOrder order, Instant now) {
    return order.isPayableAt(now) ? Failure.superseded() : Failure.orderEnded(order.whyClosed());
  }

  private Payment fail(Payment payment, Failure reason) {
    return change(payment, (found, now) -> found.fail(reason, now));
  }

  private Payment change(Payment payment, BiConsumer<Payment, Instant> change) {
    Instant now = clock.instant();
    return payments.change(payment.id(), found -> change.accept(found, now)).orElse(payment);
  }
}
