package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.PaymentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Goes on with what was cut off or left without an answer: every payment whose step is due, on
 * whichever server finds it first. The turn is taken by a guarded write, so two servers do not do
 * the same at once.
 */
@ApplicationScoped
public class ResumePayments {

  private static final int AT_ONCE = 50;

  private PaymentRepository payments;
  private TakeStep takeStep;
  private Background background;
  private Clock clock;

  /** For the container's proxy. */
  protected ResumePayments() {}

  @Inject
  public ResumePayments(
      PaymentRepository payments, TakeStep takeStep, Background background, Clock clock) {
    this.payments = payments;
    this.takeStep = takeStep;
    this.background = background;
    this.clock = clock;
  }

  /** Hands everything that is due to the background; called again and again. */
  public void run() {
    for (String id : payments.dueAt(clock.instant(), AT_ONCE)) {
      if (!background.run(() -> resume(id))) {
        return;
      }
    }
  }

  private void resume(String id) {
    AtomicBoolean leased = new AtomicBoolean();
    Instant now = clock.instant();
    payments.change(id, payment -> leased.set(payment.lease(now)));
    if (leased.get()) {
      takeStep.of(id);
    }
  }
}
