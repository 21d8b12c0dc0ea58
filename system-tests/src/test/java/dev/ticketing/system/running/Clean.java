package dev.ticketing.system.running;

import java.time.Duration;

/** After something went wrong on purpose: all is as if it had not. */
public final class Clean {

  private Clean() {}

  /**
   * Waits until the checker finds nothing, and then holds every promise against the system.
   *
   * @return how long the checker took
   */
  public static Duration await(Ticketing ticketing, Promises promises, Duration within) {
    long begin = System.nanoTime();
    Consistency.awaitClean(ticketing, within);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    promises.assertKept(ticketing);
    return took;
  }
}
