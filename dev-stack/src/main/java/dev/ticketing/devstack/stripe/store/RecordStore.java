package dev.ticketing.devstack.stripe.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sandbox's records. A commit is one group in the journal, so all of its records are kept or
 * none; a read takes the latest version of a record from the file. Whoever opens the store says
 * which records are still worth keeping, and the rest is dropped then.
 */
public final class RecordStore implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DirectoryLock lock;
  private final Journal journal;
  private final RecordIndex index;
  private final ReadWriteLock whole = new ReentrantReadWriteLock();

  private RecordStore(DirectoryLock lock, Journal journal, RecordIndex index) {
    this.lock = lock;
    this.journal = journal;
    this.index = index;
  }

  public static RecordStore open(Path directory, Predicate<ObjectNode> keep) throws IOException {
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      Path file = directory.resolve("journal.jsonl");
      RecordIndex index = Compaction.compact(file, keep, JSON);
      return new RecordStore(lock, Journal.open(file), index);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Keeps all of these records, or, when the file cannot be written, none. */
  public void commit(Collection<ObjectNode> records) {
    if (records.isEmpty()) {
      return;
    }
    whole.readLock().lock();
    try {
      List<byte[]> lines = new ArrayList<>(records.size());
      for (ObjectNode record : records) {
        lines.add(JSON.writeValueAsBytes(record));
      }
      List<Extent> extents = journal.append(lines);
      int i = 0;
      for (ObjectNode record : records) {
        index.add(record, extents.get(i++));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      whole.readLock().unlock();
    }
  }

  /** The record, or null. */
  public ObjectNode find(Kind kind, String id) {
    Slot slot = id == null ? null : index.find(kind, id);
    return slot == null ? null : read(slot);
  }

  public boolean contains(Kind kind, String id) {
    return index.find(kind, id) != null;
  }

  /** Stops answering for a record; the file forgets it when it is next opened. */
  public void forget(Kind kind, String id) {
    index.remove(kind, id);
  }

  /** The ids of all records of a kind that the API lists, oldest first. */
  public List<String> ids(Kind kind) {
    return index.oldestFirst(kind).stream().map(Slot::id).toList();
  }

  /** All records of a kind, newest first, read as the stream advances. */
  public Stream<ObjectNode> newestFirst(Kind kind, String group) {
    return records(index.newestFirst(kind), group);
  }

  /** The records behind the cursor in a list that has the newest first. */
  public Stream<ObjectNode> olderThan(Kind kind, String cursor, String group) {
    return records(index.olderThan(kind, index.find(kind, cursor)), group);
  }

  /** The records before the cursor in a list that has the newest first, nearest first. */
  public Stream<ObjectNode> youngerThan(Kind kind, String cursor, String group) {
    return records(index.youngerThan(kind, index.find(kind, cursor)), group);
  }

  public void clear() {
    whole.writeLock().lock();
    try {
      journal.clear();
      index.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      whole.writeLock().unlock();
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
    lock.close();
  }

  private Stream<ObjectNode> records(Collection<Slot> slots, String group) {
    return slots.stream().filter(s -> group == null || group.equals(s.group())).map(this::read);
  }

  private ObjectNode read(Slot slot) {
    whole.readLock().lock();
    try {
      return (ObjectNode) JSON.readTree(journal.read(slot.extent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      whole.readLock().unlock();
    }
  }
}
