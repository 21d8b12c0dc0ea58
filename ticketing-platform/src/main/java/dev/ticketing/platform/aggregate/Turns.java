package dev.ticketing.platform.aggregate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the threads of one server change an aggregate one after the other, first come, first served,
 * so that they do not spoil each other's guarded writes again and again. This is a courtesy only:
 * what keeps changes apart is the version, and who has waited long goes ahead.
 */
final class Turns {

  private static final int LOCKS = 64;
  private static final long LONGEST_WAIT_MILLIS = 500;

  private final Lock[] locks = new Lock[LOCKS];

  Turns() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock(true);
    }
  }

  <R> R take(String id, Supplier<R> work) {
    Lock lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
    boolean locked = await(lock);
    try {
      return work.get();
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  private static boolean await(Lock lock) {
    try {
      return lock.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
