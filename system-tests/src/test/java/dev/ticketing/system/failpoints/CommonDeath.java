package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ticketing.system.running.Consistency;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One death of the server that cuts off many steps, each at its fail point: they are taken one
 * after the other, each stands still where it is to be cut off, and then the server is killed. Not
 * every step gets to its point, since those that stand still hold up others; it counts only what
 * did.
 */
final class CommonDeath {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);
  private static final Duration CLEAN_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(4);
  private static final int KILLED = 128 + 9;

  private record Cut(FailPoint point, Journey journey, CompletableFuture<Void> step) {}

  private final Trap trap;
  private final Cast cast;
  private final Machinery machinery;
  private final List<Cut> cuts = new ArrayList<>();
  private final Executor threads = step -> new Thread(step, "a step to be cut off").start();
  private boolean contaminated;

  CommonDeath(Trap trap, Cast cast) {
    this.trap = trap;
    this.cast = cast;
    this.machinery = cast.machinery();
  }

  /**
   * Kills the server while as many steps as possible stand still at these points.
   *
   * @return the points that were reached
   */
  List<FailPoint> die(List<FailPoint> points) {
    List<Journey> journeys = prepared(points);
    trap.waitForTheKill();
    try {
      long begin = System.nanoTime();
      for (int i = 0; i < points.size() && since(begin).compareTo(LONGEST_WAIT) < 0; i++) {
        if (!contaminated || !ManyDeaths.isAboutMoney(points.get(i))) {
          tryToStopAt(points.get(i), journeys.get(i));
        }
      }
      cuts.removeIf(this::wasNotItsOwn);
      machinery.killLiberty();
      assertEquals(KILLED, machinery.awaitEndOfLiberty());
    } finally {
      trap.killAtOnce();
    }
    return cuts.stream().map(Cut::point).toList();
  }

  /**
   * News from Stripe do not name their order: who stands still may be on another's way, and the
   * step has come to its end.
   */
  private boolean wasNotItsOwn(Cut cut) {
    boolean answered = cut.step().isDone() && !cut.step().isCompletedExceptionally();
    boolean toldTooMuch = cut.point().isEarly() && answered;
    assertFalse(toldTooMuch && !ManyDeaths.isByNews(cut.point()), "answered at " + cut.point());
    return toldTooMuch;
  }

  private List<Journey> prepared(List<FailPoint> points) {
    List<Callable<Journey>> preparations = new ArrayList<>();
    for (FailPoint point : points) {
      preparations.add(
          () -> {
            Journey journey = Journeys.named(point.journey(), cast);
            if (!Journeys.isLate(point.journey())) {
              journey.prepare();
            }
            return journey;
          });
    }
    return Together.all(preparations);
  }

  private void tryToStopAt(FailPoint point, Journey journey) {
    if (Journeys.isLate(point.journey())) {
      journey.prepare();
    }
    trap.arm(point, journey.names());
    CompletableFuture<Void> step = CompletableFuture.runAsync(journey::step, threads);
    try {
      Awaitility.await()
          .atMost(Journeys.patienceFor(point.journey()))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> trap.wasPassed(point));
      cuts.add(new Cut(point, journey, step));
    } catch (ConditionTimeoutException e) {
      trap.disarm(point);
      if (Journeys.troublesStripeOnce(point.journey())) {
        cast.switches().clear();
        contaminated = true;
      }
      if (trap.wasPassed(point)) {
        cuts.add(new Cut(point, journey, step));
      }
    }
  }

  /**
   * To be called as soon as the server is ready again.
   *
   * @return how long it took until all was as it should be
   */
  Duration recover() {
    long ready = System.nanoTime();
    forEachJourney(cut -> finish(cut, ready));
    cast.repairStripe();
    awaitClean(ready);
    Duration clean = since(ready);
    forEachJourney(cut -> cut.journey().goOn());
    cast.ledger().requireKept();
    return clean;
  }

  /** What was put aside may be put aside again until all is quiet. */
  private void awaitClean(long ready) {
    Awaitility.await()
        .atMost(CLEAN_WITHIN.minus(since(ready)))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(
            () -> {
              Burying.dismissAll(cast);
              Consistency.awaitClean(cast.ticketing(), LOOK_AGAIN);
            });
  }

  private void finish(Cut cut, long ready) {
    if (cut.point().isEarly()) {
      assertFalse(cut.journey().isDone(), "nothing was to be done yet at " + cut.point());
      cut.journey().repeat();
    }
    Awaitility.await("all that was begun at " + cut.point())
        .atMost(CLEAN_WITHIN.minus(since(ready)))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              assertEquals(true, cut.journey().isDone(), "not finished: " + cut.point());
              cut.journey().requireSettled();
            });
  }

  private void forEachJourney(Consumer<Cut> what) {
    List<Callable<Void>> calls = new ArrayList<>();
    for (Cut cut : cuts) {
      calls.add(
          () -> {
            what.accept(cut);
            return null;
          });
    }
    Together.all(calls);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
