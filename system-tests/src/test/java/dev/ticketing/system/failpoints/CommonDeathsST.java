package dev.ticketing.system.failpoints;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.Seed;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The server dies while the steps of many users stand still in its code, each at another fail
 * point; all of them are finished once the server is back. A build has one such death; {@code
 * -Dfailpoints=all -Drounds=10 -Ddeaths=1000} goes on until there were ten at each point.
 */
@SystemTest
@Order(Turn.FAIL_POINTS)
class CommonDeathsST {

  private static final int POINTS_AT_ONCE = 16;
  private static final int MOST_FAILURES = 4;

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final Trap trap;
  private final Tally tally = new Tally();

  CommonDeathsST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.trap = Trap.inTheBuild();
  }

  @BeforeAll
  void theServerWatchesForItsFailPoints() {
    machinery.setWindow(Machinery.LONG_WINDOW);
    machinery.useVariable(
        "JVM_ARGS",
        trap.jvmOptions().stream().map(option -> '"' + option + '"').collect(joining(" ")));
  }

  @Test
  void whatOneDeathCutsOffInManyPlacesIsFinishedOnceOrCanBeAskedForAgain() {
    ManyDeaths deaths =
        new ManyDeaths(
            Selection.ofCommonDeaths(),
            Integer.getInteger("rounds", 1),
            POINTS_AT_ONCE,
            Seed.print("common deaths"));
    int most = Integer.getInteger("deaths", 1);
    for (int i = 0; i < most && !deaths.areOver(); i++) {
      die(deaths);
      System.out.printf("%s; %d to go%n", tally, deaths.left());
    }
    System.out.print(tally.table());
    assertEquals(List.of(), tally.failures());
  }

  private void die(ManyDeaths deaths) {
    List<FailPoint> points = deaths.next();
    machinery.useWindow(ManyDeaths.windowOf(points.get(0)));
    CommonDeath death = new CommonDeath(trap, new Cast(ticketing));
    List<FailPoint> reached = death.die(points);
    deaths.count(points, reached);
    machinery.startLiberty();
    machinery.awaitReady();
    try {
      tally.finished(reached, death.recover());
    } catch (RuntimeException | AssertionError e) {
      tally.failed(reached, e);
      if (tally.failures().size() > MOST_FAILURES) {
        throw e;
      }
    }
  }
}
