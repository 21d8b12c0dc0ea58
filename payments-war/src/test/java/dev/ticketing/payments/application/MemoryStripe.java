package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Payment;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Stripe's books in memory. A step that is asked again is answered again; what was not allowed by
 * the protocol, such as a second capture, would be counted twice.
 */
final class MemoryStripe implements PaymentGateway {

  private final Map<String, Standing> intents = new HashMap<>();
  private final Map<String, Authorization> authorizations = new HashMap<>();
  private final Crashes crashes;
  final AtomicInteger requests = new AtomicInteger();
  int captures;
  int refunds;
  long capturedAmount;

  /** What the bank says to the next cards and captures, and how many answers get lost. */
  Supplier<Authorization> bank;

  Supplier<Capture> refusal = () -> null;
  int lostAnswers;
  int unreachable;
  boolean configured = true;
  Runnable beforeAnswer = () -> {};

  MemoryStripe(Crashes crashes) {
    this.crashes = crashes;
  }

  @Override
  public boolean isConfigured() {
    return configured;
  }

  @Override
  public Authorization authorize(Payment payment) {
    return ask(new Unknown(), () -> doAuthorize(payment));
  }

  private Authorization doAuthorize(Payment payment) {
    return authorizations.computeIfAbsent(
        payment.id(),
        id -> {
          if (payment.token() == null) {
            throw new AssertionError("The token was forgotten too soon");
          }
          Authorization answer = bank == null ? new Authorized("pi_" + id) : bank.get();
          if (answer instanceof Authorized authorized) {
            intents.put(authorized.stripeId(), Standing.HELD);
          }
          return answer;
        });
  }

  @Override
  public Capture capture(Payment payment) {
    return ask(new Unknown(), () -> doCapture(payment));
  }

  private Capture doCapture(Payment payment) {
    Capture no = refusal.get();
    if (no != null) {
      intents.put(payment.stripeId(), Standing.RELEASED);
      return no;
    }
    if (intents.get(payment.stripeId()) == Standing.HELD) {
      intents.put(payment.stripeId(), Standing.CAPTURED);
      captures++;
      capturedAmount = payment.amount().amount();
    }
    return standing(payment) == Standing.CAPTURED
        ? new Captured(capturedAmount)
        : new Refused("gone");
  }

  @Override
  public Cancellation cancel(Payment payment) {
    return ask(new Unknown(), () -> doCancel(payment));
  }

  private Cancellation doCancel(Payment payment) {
    if (standing(payment) == Standing.CAPTURED) {
      return new AlreadyCaptured();
    }
    intents.put(payment.stripeId(), Standing.RELEASED);
    return new Cancelled();
  }

  @Override
  public Refunding refund(Payment payment) {
    return ask(new Unknown(), () -> doRefund(payment));
  }

  private Refunding doRefund(Payment payment) {
    if (intents.put(payment.stripeId(), Standing.RELEASED) == Standing.CAPTURED) {
      refunds++;
    }
    return new Refunded();
  }

  @Override
  public Standing standingOf(Payment payment) {
    return crashes.around(() -> standing(payment));
  }

  long held() {
    return intents.values().stream().filter(standing -> standing == Standing.HELD).count();
  }

  private Standing standing(Payment payment) {
    return intents.getOrDefault(payment.stripeId(), Standing.UNKNOWN);
  }

  private synchronized <T> T ask(T unknown, Supplier<T> step) {
    return crashes.around(
        () -> {
          requests.incrementAndGet();
          if (unreachable-- > 0) {
            return unknown;
          }
          T answer = step.get();
          beforeAnswer.run();
          return lostAnswers-- > 0 ? unknown : answer;
        });
  }
}
