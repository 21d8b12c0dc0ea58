package dev.ticketing.orders.adapter.concurrent;

import dev.ticketing.orders.application.FinishInterruptedOrders;
import dev.ticketing.orders.application.ReleaseOrphanedLocks;
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
 * Looks every second for orders whose beginning or end was cut off, for as long as the server
 * lives.
 */
@ApplicationScoped
public class DoubtfulOrdersTimer {

  private static final System.Logger LOG = System.getLogger(DoubtfulOrdersTimer.class.getName());
  private static final long PAUSE_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService scheduler;

  private FinishInterruptedOrders interrupted;
  private ReleaseOrphanedLocks orphanedLocks;
  private Future<?> running;

  /** For the container's proxy. */
  protected DoubtfulOrdersTimer() {}

  @Inject
  public DoubtfulOrdersTimer(
      FinishInterruptedOrders interrupted, ReleaseOrphanedLocks orphanedLocks) {
    this.interrupted = interrupted;
    this.orphanedLocks = orphanedLocks;
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
      interrupted.runDoubtful();
      orphanedLocks.runDoubtful();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "Cannot look at doubtful orders, goes on: " + e);
    }
  }
}
