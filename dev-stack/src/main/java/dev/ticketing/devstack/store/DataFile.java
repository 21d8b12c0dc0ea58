package dev.ticketing.devstack.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * The file of pages under the store, and how it is opened: with what the journal holds beyond it.
 * H2's background writer is off, since {@link Checkpoints} decides when pages are written; old
 * pages are given up at once, since only a power failure could bring them back into use.
 */
final class DataFile {

  private static final int CACHE_MEGABYTES = 32;
  private static final int PAGE_BYTES = 4096;
  private static final int UNSAVED_KILOBYTES = 64 * 1024;

  private DataFile() {}

  static MVStore open(Path directory) {
    MVStore store = openPages(directory.resolve("store.mv"));
    Journal.generations(directory).forEach(journal -> replay(journal, store));
    store.commit();
    return store;
  }

  private static MVStore openPages(Path file) {
    try {
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .autoCommitBufferSize(UNSAVED_KILOBYTES)
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

  private static void replay(Path journal, MVStore store) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(journal));
      for (JournalRecord next = JournalRecord.read(bytes);
          next != null;
          next = JournalRecord.read(bytes)) {
        next.applyTo(map(store, next.map()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + journal, failure);
    }
  }

  static MVMap<Object, byte[]> map(MVStore store, String name) {
    return store.openMap(
        name, new MVMap.Builder<Object, byte[]>().valueType(ByteArrayDataType.INSTANCE));
  }
}
