package dev.ticketing.payments.application;

import java.time.Duration;

/** Threads for what no request and no event may wait for: a bounded number with a bounded queue. */
public interface Background {

  /**
   * @return false when there is no room; the task will not run then
   */
  boolean run(Runnable task);

  /** Runs a short task once, after a while. */
  void later(Duration pause, Runnable task);
}
