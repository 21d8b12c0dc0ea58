package dev.ticketing.devstack.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store's file from growing for ever. Every commit appends the pages it changed, which
 * leaves older chunks of the file mostly dead; from time to time what lives in those is moved.
 */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private static final int PERIOD_MILLIS = 500;
  private static final int WANTED_LIVE_PERCENT = 50;
  private static final int MOVED_BYTES = 4 * 1024 * 1024;

  private final MVStore store;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "store-housekeeping");
            created.setDaemon(true);
            return created;
          });

  Housekeeping(MVStore store) {
    this.store = store;
    thread.scheduleWithFixedDelay(
        this::compact, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void compact() {
    try {
      if (!store.isClosed()) {
        store.compact(WANTED_LIVE_PERCENT, MOVED_BYTES);
      }
    } catch (RuntimeException failure) {
      LOG.warn("The store's file could not be compacted", failure);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
