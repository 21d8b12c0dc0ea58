package dev.ticketing.devstack.store;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every change since the last checkpoint, appended to a file before a write is acknowledged. H2's
 * file alone could do without, but its commit rewrites whole pages and the path to each of them:
 * 0.3 ms of CPU where appending the changed document takes a hundredth. So the pages are written
 * now and then, and a start after a crash plays the journal back.
 */
final class Journal implements AutoCloseable {

  private static final String PREFIX = "journal-";

  private final Path directory;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private int generation;
  private OutputStream file;
  private boolean closed;
  private long written;

  Journal(Path directory) {
    this.directory = directory;
    open(generations(directory).map(Journal::numberOf).max(Integer::compare).orElse(0) + 1);
  }

  /** The journal files that are there, oldest first. */
  static Stream<Path> generations(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith(PREFIX))
              .sorted(Comparator.comparingInt(Journal::numberOf))
              .toList();
      return found.stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int numberOf(Path file) {
    return Integer.parseInt(file.getFileName().toString().substring(PREFIX.length()));
  }

  private void open(int number) {
    try {
      file = new FileOutputStream(directory.resolve(PREFIX + number).toFile());
      generation = number;
      written = 0;
      closed = false;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot create a journal in " + directory, failure);
    }
  }

  /** To be called after the change itself, so that a checkpoint covers what its journal holds. */
  void append(JournalRecord change) {
    byte[] bytes = change.encoded();
    synchronized (pending) {
      pending.writeBytes(bytes);
    }
  }

  /** Hands everything appended so far to the operating system. */
  synchronized void flush() {
    if (closed) {
      throw new IllegalStateException("The journal is closed");
    }
    byte[] bytes;
    synchronized (pending) {
      bytes = pending.toByteArray();
      pending.reset();
    }
    try {
      file.write(bytes);
      written += bytes.length;
    } catch (IOException failure) {
      close();
      throw new UncheckedIOException("The journal cannot be written", failure);
    }
  }

  synchronized long size() {
    return written;
  }

  /** Continues in a new file and returns its number; the files before it are now complete. */
  synchronized int rotate() {
    flush();
    close();
    open(generation + 1);
    return generation;
  }

  void deleteBefore(int number) {
    generations(directory).filter(old -> numberOf(old) < number).forEach(Journal::delete);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** After this, a flush fails: what follows a half-written record could not be read back. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
