package dev.ticketing.system.failpoints;

import static java.util.stream.Collectors.joining;

import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server dies, as {@code kill -9} ends it, at named places in its own code: between receiving a
 * request or an event and having finished with it. What it had accepted is finished once it is
 * back, once; what it had not, can be asked for again.
 */
@SystemTest
@Order(Turn.FAIL_POINTS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailPointsST {

  private final Machinery machinery;
  private final Trap trap;
  private final Cast cast;
  private final Selection selection = Selection.chosen();
  private final Iterator<FailPoint> next = selection.tries().iterator();

  FailPointsST(Ticketing ticketing) {
    this.machinery = ticketing.machinery();
    this.trap = Trap.inTheBuild();
    this.cast = new Cast(ticketing);
  }

  static List<FailPoint> tries() {
    return Selection.chosen().tries();
  }

  static List<Resumption> controls() {
    return Selection.chosen().controls();
  }

  @BeforeAll
  void theServerWatchesForItsFailPoints() {
    System.out.println(selection);
    next.next();
    machinery.setWindow(Machinery.LONG_WINDOW);
    machinery.useVariable(
        "JVM_ARGS",
        trap.jvmOptions().stream().map(option -> '"' + option + '"').collect(joining(" ")));
  }

  @AfterEach
  void stripeWorksAgain() {
    cast.repairStripe();
  }

  @Test
  @Order(1)
  void everyFailPointIsInThePackagedApplication() {
    trap.requireIn(
        Path.of(System.getProperty("ticketing.liberty")),
        Path.of(System.getProperty("ticketing.user.directory"))
            .resolve("servers/ticketing/apps/expanded/ticketing.ear"));
  }

  @Order(3)
  @ParameterizedTest
  @MethodSource("tries")
  void whatIsCutOffIsFinishedOnceOrCanBeAskedForAgain(FailPoint point) {
    Crash crash = new Crash(point, trap, cast);
    machinery.useWindow(windowOf(point));
    try {
      crash.die();
    } finally {
      startAgain();
    }
    Duration clean = crash.recover();
    System.out.printf("fail point %s: clean %d ms after the start%n", point, clean.toMillis());
  }

  @Order(2)
  @ParameterizedTest
  @MethodSource("controls")
  void controlWithoutItsResumptionTheWorkStaysUndone(Resumption resumption) {
    FailPoint point = resumption.control();
    Crash crash = new Crash(point, trap, cast);
    machinery.useWindow(windowOf(point));
    trap.withhold(resumption);
    try {
      crash.die();
      machinery.startLiberty();
      machinery.awaitReady();
      crash.requireUnfinished();
    } finally {
      trap.giveBack(resumption);
      machinery.startLiberty();
    }
    crash.recover();
  }

  /** With the settings that the next try needs, which saves it a start of its own. */
  private void startAgain() {
    if (next.hasNext()) {
      machinery.setWindow(windowOf(next.next()));
    }
    machinery.killLiberty();
    machinery.startLiberty();
    machinery.awaitReady();
  }

  private static Duration windowOf(FailPoint point) {
    return Journeys.windowFor(point.journey());
  }
}
