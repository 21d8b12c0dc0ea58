package dev.ticketing.payments.application;

import java.time.Duration;

/** Threads for what no request and no event may wait for. */
public interface Background {

  /**
   * Runs a task that may wait for Stripe, on one of a bounded number of threads.
   *
   * @return false when there is no room; the task will not run then
   */
  boolean run(Runnable task);

  /** Runs a short task once, after a while; it does not queue behind those that wait for Stripe. */
  void later(Duration pause, Runnable task);
}
