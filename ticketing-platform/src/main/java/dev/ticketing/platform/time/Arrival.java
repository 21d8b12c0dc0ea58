package dev.ticketing.platform.time;

import dev.ticketing.platform.aggregate.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Bridges the moment between a 201 in one domain and the arrival of its event in another: what was
 * made seconds ago is waited for, what is older is here or does not exist. Few may wait at once, so
 * that invented ids cannot tie the server up.
 */
@Dependent
public final class Arrival {

  private static final Duration YOUNG = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
  private static final int MAX_WAITING = 32;
  private static final long FIRST_PAUSE_MILLIS = 4;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final Semaphore places = new Semaphore(MAX_WAITING);
  private final Clock clock;

  @Inject
  public Arrival(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param lookup finds what has the id, empty while it has not arrived
   * @return what the lookup found, empty when it did not come
   */
  public <T> Optional<T> of(String id, Supplier<Optional<T>> lookup) {
    Optional<T> found = lookup.get();
    if (found.isPresent() || !isYoung(id) || !places.tryAcquire()) {
      return found;
    }
    try {
      return await(lookup);
    } finally {
      places.release();
    }
  }

  private <T> Optional<T> await(Supplier<Optional<T>> lookup) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    Optional<T> found = Optional.empty();
    while (found.isEmpty() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      found = lookup.get();
    }
    return found;
  }

  private boolean isYoung(String id) {
    Duration age = Duration.between(Identifier.madeAt(id), clock.instant()).abs();
    return age.compareTo(YOUNG) <= 0;
  }
}
