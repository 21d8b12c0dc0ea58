package dev.ticketing.platform.messaging;

import dev.ticketing.platform.aggregate.Outage;
import dev.ticketing.platform.json.MalformedEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
  private final Scheduling scheduling;
  private final InHand inHand;
  private final CompletableFuture<Void> result = new CompletableFuture<>();
  private int failures;
  private long pause = FIRST_PAUSE_MILLIS;

  /**
   * @param message where the event is, for the log
   */
  Delivery(String message, Runnable work, Scheduling scheduling, InHand inHand) {
    this.message = message;
    this.work = work;
    this.scheduling = scheduling;
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
    scheduling.after(pause, this::attempt);
    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
  }
}
