package dev.ticketing.orders.adapter.startup;

import dev.ticketing.orders.application.FinishInterruptedOrders;
import dev.ticketing.orders.application.ReleaseOrphanedLocks;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/**
 * Clears away, a while after the start, what a server that died has left behind and what was still
 * too young at the start to be told from work that is underway on another server. While the
 * document store is away it waits.
 */
@ApplicationScoped
public class LeftoversAfterStartup {

  private static final System.Logger LOG = System.getLogger(LeftoversAfterStartup.class.getName());
  private static final long RETRY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService scheduler;

  private FinishInterruptedOrders interruptedOrders;
  private ReleaseOrphanedLocks orphanedLocks;

  /** For the container's proxy. */
  protected LeftoversAfterStartup() {}

  @Inject
  public LeftoversAfterStartup(
      FinishInterruptedOrders interruptedOrders, ReleaseOrphanedLocks orphanedLocks) {
    this.interruptedOrders = interruptedOrders;
    this.orphanedLocks = orphanedLocks;
  }

  void begin(@Observes Startup event) {
    later(ReleaseOrphanedLocks.RIPE_AFTER.toMillis());
  }

  private void later(long millis) {
    scheduler.schedule(this::clear, millis, TimeUnit.MILLISECONDS);
  }

  private void clear() {
    try {
      interruptedOrders.run();
      orphanedLocks.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "Leftovers not yet cleared away: {0}", e.getMessage());
      later(RETRY_MILLIS);
    }
  }
}
