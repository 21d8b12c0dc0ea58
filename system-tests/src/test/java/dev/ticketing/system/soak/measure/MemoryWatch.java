package dev.ticketing.system.soak.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks at each process again and again while the soak runs; now and then it has them collect their
 * garbage first, to see what of the heap is really in use.
 */
public final class MemoryWatch implements AutoCloseable {

  /** How many looks pass until the next one that collects garbage. */
  private static final int COLLECT_EVERY = 5;

  /**
   * One look at one process, at a time when so many orders had been accepted.
   *
   * @param heapMib in use after a full collection; not a number where none was made
   */
  public record Sample(
      Duration at,
      String process,
      long orders,
      long rssMib,
      double heapMib,
      int threads,
      int files) {}

  private final Map<String, LongSupplier> processes;
  private final LongSupplier orders;
  private final Duration every;
  private final Instant begin = Instant.now();
  private final List<Sample> samples = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private int looks;

  /**
   * @param processes the current process id by name
   */
  public MemoryWatch(Map<String, LongSupplier> processes, LongSupplier orders, Duration every) {
    this.processes = processes;
    this.orders = orders;
    this.every = every;
  }

  public void start() {
    clock.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    boolean collect = looks++ % COLLECT_EVERY == 0;
    for (Map.Entry<String, LongSupplier> entry : processes.entrySet()) {
      try {
        look(entry.getKey(), new ProcessView(entry.getValue().getAsLong()), collect);
      } catch (RuntimeException gone) {
        System.out.println("No look at " + entry.getKey() + ": " + gone);
      }
    }
  }

  private void look(String name, ProcessView process, boolean collect) {
    double heap = collect ? process.heapMibAfterCollection() : Double.NaN;
    Sample sample =
        new Sample(
            Duration.between(begin, Instant.now()),
            name,
            orders.getAsLong(),
            process.rssMib(),
            heap,
            process.threads(),
            process.files());
    samples.add(sample);
    System.out.println("MEMORY " + sample);
  }

  public synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Takes a last look. */
  @Override
  public void close() {
    clock.shutdown();
    looks = 0;
    look();
  }
}
