package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.running.Consistency;
import dev.ticketing.system.running.Machinery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One death of the server at one fail point, and what has become of the step that it interrupted
 * once the server is back.
 */
final class Crash {

  /** How long a step may take until it passes its point: some wait for a deadline. */
  private static final Duration PASSED_WITHIN = Duration.ofSeconds(60);

  private static final Duration CLEAN_WITHIN = Duration.ofSeconds(30);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);
  private static final int KILLED = 128 + 9;

  private final FailPoint point;
  private final Trap trap;
  private final Cast cast;
  private final Machinery machinery;
  private final Journey journey;

  Crash(FailPoint point, Trap trap, Cast cast) {
    this.point = point;
    this.trap = trap;
    this.cast = cast;
    this.machinery = cast.machinery();
    this.journey = Journeys.named(point.journey(), cast);
  }

  /** Fails unless the server has died just there. */
  void die() {
    journey.prepare();
    trap.arm(point, journey.names());
    CompletableFuture<Void> underway = CompletableFuture.runAsync(journey::step);
    try {
      Awaitility.await().atMost(PASSED_WITHIN).until(() -> !machinery.runsLiberty());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Nobody has passed " + point + "; " + endOf(underway), e);
    } finally {
      trap.disarm(point);
    }
    assertEquals(KILLED, machinery.awaitEndOfLiberty(), "exit code at " + point);
    assertTrue(trap.wasPassed(point), "The server has died, but not at " + point);
    assertFalse(underway.isDone() && isToldOfMore(underway), "an answer to what was cut off");
  }

  private boolean isToldOfMore(CompletableFuture<Void> underway) {
    return point.isEarly() && !underway.isCompletedExceptionally();
  }

  private static String endOf(CompletableFuture<Void> step) {
    if (!step.isDone()) {
      return "the step still runs";
    }
    return "the step has ended" + step.handle((done, e) -> e == null ? "" : ": " + e).join();
  }

  /**
   * To be called as soon as the server is ready again.
   *
   * @return how long it took until all was as it should be
   */
  Duration recover() {
    long ready = System.nanoTime();
    if (point.isEarly()) {
      assertFalse(journey.isDone(), "nothing was to be done yet at " + point);
      journey.repeat();
    }
    Awaitility.await()
        .atMost(CLEAN_WITHIN)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              assertTrue(journey.isDone(), "not finished what was begun at " + point);
              journey.requireSettled();
            });
    Consistency.awaitClean(cast.ticketing(), CLEAN_WITHIN.minus(since(ready)));
    Duration clean = since(ready);
    assertTrue(clean.compareTo(CLEAN_WITHIN) <= 0, "clean after " + clean);
    journey.goOn();
    cast.ledger().requireKept();
    return clean;
  }

  /** Fails where the step is finished all the same though nobody may finish it. */
  void requireUnfinished() {
    assertThrows(
        AssertionError.class,
        () -> Consistency.awaitClean(cast.ticketing(), LONG_ENOUGH),
        () -> "finished without whom finishes it, after " + point);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
