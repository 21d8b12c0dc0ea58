package dev.ticketing.payments.adapter.concurrent;

import dev.ticketing.payments.application.Background;
import dev.ticketing.payments.application.ReconcileWithStripe;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has Stripe's books gone through soon after the start, and again and again after a pause, shorter
 * when it could not be done; of several servers one is enough. The scheduler's threads do not wait
 * for Stripe.
 */
@ApplicationScoped
public class ReconciliationTimer {

  private static final System.Logger LOG = System.getLogger(ReconciliationTimer.class.getName());
  private static final Duration AFTER_THE_START = Duration.ofSeconds(3);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

  @Resource private ManagedScheduledExecutorService scheduler;

  private ReconcileWithStripe reconcile;
  private Background background;
  private Duration interval;
  private volatile boolean fails;
  private volatile boolean begun;
  private volatile boolean ended;

  /** For the container's proxy. */
  protected ReconciliationTimer() {}

  @Inject
  public ReconciliationTimer(
      ReconcileWithStripe reconcile,
      Background background,
      @ConfigProperty(name = "reconciliation.interval", defaultValue = "PT5M") Duration interval) {
    this.reconcile = reconcile;
    this.background = background;
    this.interval = interval;
  }

  void begin(@Observes Startup event) {
    runAfter(AFTER_THE_START);
  }

  void end(@Observes Shutdown event) {
    ended = true;
  }

  private void runAfter(Duration pause) {
    if (!ended) {
      scheduler.schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void start() {
    if (!background.run(this::run)) {
      runAfter(AFTER_THE_START);
    }
  }

  private void run() {
    Duration pause = interval;
    try {
      if (begun) {
        reconcile.runUnlessDoneWithin(interval.dividedBy(2));
      } else {
        reconcile.run();
      }
      begun = true;
      fails = false;
    } catch (RuntimeException e) {
      if (!fails) {
        LOG.log(System.Logger.Level.WARNING, "Stripe's books were not gone through, goes on: " + e);
      }
      fails = true;
      pause = interval.compareTo(AFTER_A_FAILURE) < 0 ? interval : AFTER_A_FAILURE;
    } finally {
      runAfter(pause);
    }
  }
}
