package dev.ticketing.platform.messaging;

import dev.ticketing.platform.json.MalformedEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One event on its way into a domain. What fails is tried again after growing pauses: five times
 * where the event may be to blame, without end where only the server or its surroundings can be.
 */
final class Delivery {

  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final String message;
  private final Runnable work;
  private final ScheduledExecutorService scheduler;
  private final InHand inHand;
  private final CompletableFuture<Void> result = new CompletableFuture<>();
  private int failures;
  private long pause = FIRST_PAUSE_MILLIS;

  /**
   * @param message where the event is, for the log
   */
  Delivery(String message, Runnable work, ScheduledExecutorService scheduler, InHand inHand) {
    this.message = message;
    this.work = work;
    this.scheduler = scheduler;
    this.inHand = inHand;
  }

  /**
   * @return completes when the work is done, or exceptionally when it is given up; neither, when
   *     the server stops before
   */
  CompletionStage<Void> begin() {
    attempt();
    return result;
  }

  private void attempt() {
    inHand.begin();
    Throwable failure = null;
    try {
      work.run();
    } catch (Throwable e) { // an error that got through would end the channel
      failure = e;
    } finally {
      inHand.end();
    }
    if (failure == null) {
      result.complete(null);
    } else {
      tryAgainOrGiveUp(failure);
    }
  }

  private void tryAgainOrGiveUp(Throwable failure) {
    boolean lasting = failure instanceof MalformedEvent;
    boolean blameless = Outage.isCauseOf(failure) || failure instanceof OutOfMemoryError;
    if (lasting || !blameless && ++failures == ATTEMPTS) {
      result.completeExceptionally(failure);
      return;
    }
    LOG.log(System.Logger.Level.WARNING, "Will try " + message + " again: " + failure);
    try {
      scheduler.schedule(this::attempt, pause, TimeUnit.MILLISECONDS);
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "The server stops, the event will come again", e);
    }
  }
}
