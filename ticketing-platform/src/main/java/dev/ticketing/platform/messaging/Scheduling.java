package dev.ticketing.platform.messaging;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hands work to the scheduler of the server. A server that stops takes no more, even from requests
 * that it lets end; what is left undone then is found again after its start.
 */
record Scheduling(ScheduledExecutorService executor) {

  private static final System.Logger LOG = System.getLogger(Scheduling.class.getName());

  /** Whether the server takes the work, which it then does as soon as it can. */
  boolean soon(Runnable work) {
    return taken(() -> executor.execute(work));
  }

  /** Whether the server takes the work, which it then does after that time. */
  boolean after(long millis, Runnable work) {
    return taken(() -> executor.schedule(work, millis, TimeUnit.MILLISECONDS));
  }

  private static boolean taken(Runnable submission) {
    try {
      submission.run();
      return true;
    } catch (RejectedExecutionException | IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "Left undone, since the server stops", e);
      return false;
    }
  }
}
