package dev.ticketing.payments.adapter.concurrent;

import dev.ticketing.payments.application.Background;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool of its own for calls to Stripe: a bank that answers slowly holds up payments, and neither
 * the requests nor the events of the other domains, which share the server's pool.
 */
public final class PooledBackground implements Background, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PooledBackground.class.getName());
  private static final int THREADS = 16;
  private static final int QUEUE = 512;
  private static final long IDLE_SECONDS = 30;
  private static final long CLOSE_SECONDS = 12;

  private final ThreadPoolExecutor pool;
  private final ScheduledExecutorService scheduler;

  public PooledBackground(ThreadFactory threads, ScheduledExecutorService scheduler) {
    this.pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            threads);
    this.pool.allowCoreThreadTimeOut(true);
    this.scheduler = scheduler;
  }

  @Override
  public boolean run(Runnable task) {
    try {
      pool.execute(() -> runLogged(task));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public void later(Duration pause, Runnable task) {
    scheduler.schedule(() -> runLogged(task), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Cut off, will be resumed", e);
    }
  }

  /** Lets the calls that are underway end; what waits is resumed at the next start. */
  @Override
  public void close() {
    pool.getQueue().clear();
    pool.shutdown();
    try {
      if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
