package dev.ticketing.system.running;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Does things at given moments, as precisely as the machine allows, and tells when it did them. */
public final class AtTheTime implements AutoCloseable {

  private static final int THREADS = 64;
  private static final Duration AWAKE = Duration.ofMillis(20);

  /**
   * What came of it.
   *
   * @param at when it was begun
   */
  public record Done<T>(Instant at, T result) {}

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);

  /** A thread is awake some time before, since a busy machine wakes one up late. */
  public <T> CompletableFuture<Done<T>> run(Instant time, Supplier<T> what) {
    CompletableFuture<Done<T>> done = new CompletableFuture<>();
    long pause = Duration.between(Instant.now(), time.minus(AWAKE)).toNanos();
    threads.schedule(
        () -> {
          try {
            while (Instant.now().isBefore(time)) {
              LockSupport.parkNanos(100_000);
            }
            Instant at = Instant.now();
            done.complete(new Done<>(at, what.get()));
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        },
        pause,
        TimeUnit.NANOSECONDS);
    return done;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
