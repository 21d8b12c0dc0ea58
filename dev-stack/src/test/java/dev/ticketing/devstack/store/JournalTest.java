package dev.ticketing.devstack.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final String MAP = "documents.orders.locks";

  @TempDir Path directory;

  @Test
  void changesArePlayedBackInTheirOrder() {
    ObjectId key = new ObjectId();
    try (Journal journal = new Journal(directory)) {
      journal.append(JournalRecord.put(MAP, "gone with the rest", value(1)));
      journal.append(JournalRecord.clear(MAP));
      journal.append(JournalRecord.put(MAP, "a", value(1)));
      journal.append(JournalRecord.put(MAP, "b", value(2)));
      journal.append(JournalRecord.put(MAP, key, value(3)));
      journal.rotate();
      journal.append(JournalRecord.put(MAP, "a", value(4)));
      journal.append(JournalRecord.remove(MAP, "b"));
      journal.flush();
    }
    try (MVStore store = DataFile.open(directory)) {
      MVMap<Object, byte[]> map = DataFile.map(store, MAP);
      assertEquals(2, map.size());
      assertArrayEquals(value(4), map.get("a"));
      assertArrayEquals(value(3), map.get(key));
    }
  }

  @Test
  void aRecordCutOffByACrashIsLeftOut() throws IOException {
    try (Journal journal = new Journal(directory)) {
      journal.append(JournalRecord.put(MAP, "a", value(1)));
      journal.append(JournalRecord.put(MAP, "b", value(2)));
      journal.flush();
    }
    Path file = Journal.generations(directory).findFirst().orElseThrow();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }
    try (MVStore store = DataFile.open(directory)) {
      assertEquals(List.of("a"), DataFile.map(store, MAP).keyList());
    }
  }

  @Test
  void afterAFailureEveryWriteFails() {
    Journal journal = new Journal(directory);
    journal.close();
    journal.append(JournalRecord.put(MAP, "a", value(1)));
    assertThrows(IllegalStateException.class, journal::flush);
    assertThrows(IllegalStateException.class, journal::flush);
  }

  @Test
  void aCheckpointGivesUpWhatItMakesSuperfluous() {
    try (Journal journal = new Journal(directory);
        MVStore store = DataFile.open(directory)) {
      try (Checkpoints checkpoints = new Checkpoints(store, journal)) {
        DocumentMap documents = new DocumentMap(MAP, store, journal);
        documents.put("a", value(1));
        checkpoints.write();
        assertEquals(1, Journal.generations(directory).count());
        assertEquals(0, journal.size());
        documents.remove("a");
      }
    }
    try (MVStore store = DataFile.open(directory)) {
      assertNull(DataFile.map(store, MAP).get("a"));
    }
  }

  private static byte[] value(int number) {
    return new byte[] {(byte) number, 0, -1};
  }
}
