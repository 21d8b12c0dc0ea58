package dev.ticketing.payments.adapter.concurrent;

import dev.ticketing.payments.application.HeedStripeEvents;
import dev.ticketing.payments.application.ResumePayments;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Looks every second for payments whose next step is due and for events of Stripe that nobody has
 * worked off, for as long as the server lives.
 */
@ApplicationScoped
public class ResumptionTimer {

  private static final System.Logger LOG = System.getLogger(ResumptionTimer.class.getName());
  private static final long PAUSE_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService scheduler;

  private ResumePayments resumePayments;
  private HeedStripeEvents heedStripeEvents;
  private Future<?> running;
  private boolean fails;

  /** For the container's proxy. */
  protected ResumptionTimer() {}

  @Inject
  public ResumptionTimer(ResumePayments resumePayments, HeedStripeEvents heedStripeEvents) {
    this.resumePayments = resumePayments;
    this.heedStripeEvents = heedStripeEvents;
  }

  void begin(@Observes Startup event) {
    running =
        scheduler.scheduleWithFixedDelay(
            this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  void end(@Observes Shutdown event) {
    running.cancel(false);
  }

  private void look() {
    try {
      resumePayments.run();
      heedStripeEvents.run();
      fails = false;
    } catch (RuntimeException e) {
      if (!fails) {
        LOG.log(System.Logger.Level.WARNING, "Cannot look for payments to resume, goes on: " + e);
      }
      fails = true;
    }
  }
}
