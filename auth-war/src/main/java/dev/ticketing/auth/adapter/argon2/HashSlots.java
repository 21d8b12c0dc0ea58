package dev.ticketing.auth.adapter.argon2;

import dev.ticketing.contracts.error.Refusal;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * Bounds how many hashes are made at once, since each takes a processor and megabytes for itself,
 * and hands their memory on from one to the next. Memory that has not been used for a while is the
 * garbage collector's to take.
 */
final class HashSlots {

  private static final int HEAP_SHARE = 4;
  private static final int MAX_WAITING = 256;

  private final Semaphore free;
  private final int memoryKib;
  private final Duration longestWait;
  private final Deque<SoftReference<BlockPool>> idle = new ConcurrentLinkedDeque<>();

  HashSlots(int slots, int memoryKib, Duration longestWait) {
    this.free = new Semaphore(slots, true);
    this.memoryKib = memoryKib;
    this.longestWait = longestWait;
  }

  /** Two for each processor, as long as their memory is at most a quarter of the heap. */
  static int defaultCount(int memoryKib) {
    Runtime runtime = Runtime.getRuntime();
    long fitting = runtime.maxMemory() / HEAP_SHARE / (memoryKib * 1024L);
    return (int) Math.max(1, Math.min(2L * runtime.availableProcessors(), fitting));
  }

  /**
   * @param work is given memory to take blocks from, of which it must keep none
   * @throws Refusal OVERLOADED when no slot comes free in time or too many wait for one
   */
  <R> R use(Function<BlockPool, R> work) {
    acquire();
    try {
      BlockPool memory = memory();
      try {
        return work.apply(memory);
      } finally {
        idle.push(new SoftReference<>(memory));
      }
    } finally {
      free.release();
    }
  }

  private void acquire() {
    try {
      if (free.getQueueLength() < MAX_WAITING
          && free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.overloaded("Too many people are signing in at the moment");
  }

  private BlockPool memory() {
    for (SoftReference<BlockPool> next; (next = idle.poll()) != null; ) {
      BlockPool memory = next.get();
      if (memory != null) {
        return memory;
      }
    }
    return new FixedBlockPool(memoryKib);
  }
}
