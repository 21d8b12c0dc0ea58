package dev.ticketing.system.soak;

import dev.ticketing.system.soak.behaviour.Scene;
import dev.ticketing.system.soak.calls.Calls;
import dev.ticketing.system.soak.calls.NoAnswer;
import dev.ticketing.system.soak.market.Contradictions;
import dev.ticketing.system.soak.market.Market;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * People come at random at a given mean rate, however long those before them take: an open model.
 * Where too many are underway already, those who come are turned away and counted.
 */
final class Arrivals {

  private static final int MOST_QUEUED = 500;

  private final SoakSettings settings;
  private final Market market;
  private final Calls calls;
  private final Contradictions contradictions;
  private final Mix mix = new Mix();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private final ExecutorService workers;

  Arrivals(SoakSettings settings, Market market, Calls calls, Contradictions contradictions) {
    this.settings = settings;
    this.market = market;
    this.calls = calls;
    this.contradictions = contradictions;
    this.workers =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_QUEUED));
  }

  /** Returns when the time is over and everybody who came has finished. */
  void run() throws InterruptedException {
    Random random = new Random(settings.seed());
    long next = System.nanoTime();
    long end = next + settings.duration().toNanos();
    while (next < end) {
      LockSupport.parkNanos(next - System.nanoTime());
      if (System.nanoTime() >= next) {
        begin(random);
        next += (long) (-Math.log(1 - random.nextDouble()) / settings.rate() * 1e9);
      }
    }
    workers.shutdown();
    if (!workers.awaitTermination(2, TimeUnit.MINUTES)) {
      contradictions.add("Actions that do not end");
    }
  }

  private void begin(Random random) {
    Scene scene = new Scene(new Random(random.nextLong()), market, calls, contradictions);
    var behaviour = mix.next(random);
    try {
      workers.execute(
          () -> {
            try {
              behaviour.act(scene);
            } catch (NoAnswer counted) {
              // the tally has it
            } catch (RuntimeException | Error e) {
              contradictions.add(behaviour.getClass().getSimpleName() + " ended with " + trace(e));
            }
          });
      begun.incrementAndGet();
    } catch (RejectedExecutionException e) {
      turnedAway.incrementAndGet();
    }
  }

  private static String trace(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root + " at " + root.getStackTrace()[0];
  }

  long begun() {
    return begun.get();
  }

  long turnedAway() {
    return turnedAway.get();
  }
}
