package dev.ticketing.devstack.store;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * How the store's file is opened. H2's own background writer is off: it writes asynchronously, and
 * a commit that finds its changes already taken by that writer returns before they are in the file.
 */
final class DataFile {

  private static final int CACHE_MEGABYTES = 32;
  private static final int PAGE_BYTES = 4096;

  private DataFile() {}

  static MVStore open(Path file) {
    try {
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .cacheSize(CACHE_MEGABYTES)
              .pageSplitSize(PAGE_BYTES)
              .open();
      store.setRetentionTime(0);
      return store;
    } catch (MVStoreException failure) {
      throw new IllegalStateException(
          "Cannot open " + file + "; is another process using it?", failure);
    }
  }
}
