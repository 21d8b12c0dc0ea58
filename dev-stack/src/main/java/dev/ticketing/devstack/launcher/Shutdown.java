package dev.ticketing.devstack.launcher;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Closes what was started, last one first, exactly once: at the end of the run or when the process
 * is told to stop, whichever comes first. Starting happens under the same lock, so that nothing can
 * slip in while everything is being closed.
 */
final class Shutdown implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final PrintStream errors;
  private boolean closed;

  Shutdown(PrintStream errors) {
    this.errors = errors;
  }

  synchronized <T extends AutoCloseable> T keep(Supplier<T> start) {
    if (closed) {
      throw new IllegalStateException("Stopping");
    }
    T closeable = start.get();
    started.push(closeable);
    return closeable;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        errors.println("Not stopped cleanly: " + e);
      }
    }
  }
}
