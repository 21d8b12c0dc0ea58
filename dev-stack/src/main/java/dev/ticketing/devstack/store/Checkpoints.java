package dev.ticketing.devstack.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the changed pages to the data file when enough have gathered, and gives up the journal
 * they make superfluous. What lives in mostly dead parts of the data file is then moved, so that
 * the file does not grow for ever.
 */
final class Checkpoints implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private static final int PERIOD_MILLIS = 200;
  private static final int MOST_UNSAVED_BYTES = 8 * 1024 * 1024;
  private static final int MOST_JOURNAL_BYTES = 32 * 1024 * 1024;
  private static final int WANTED_LIVE_PERCENT = 40;
  private static final int MOVED_BYTES = 4 * 1024 * 1024;

  private final MVStore store;
  private final Journal journal;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "store-checkpoints");
            created.setDaemon(true);
            return created;
          });

  Checkpoints(MVStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
    thread.scheduleWithFixedDelay(
        this::writeIfDue, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void writeIfDue() {
    try {
      if (store.getUnsavedMemory() > MOST_UNSAVED_BYTES || journal.size() > MOST_JOURNAL_BYTES) {
        write();
        store.compact(WANTED_LIVE_PERCENT, MOVED_BYTES);
      }
    } catch (RuntimeException failure) {
      LOG.warn("The store's changes could not be written to its data file", failure);
    }
  }

  /** A record follows its change, so the changes of the files before this one are in the pages. */
  synchronized void write() {
    int current = journal.rotate();
    store.commit();
    journal.deleteBefore(current);
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
