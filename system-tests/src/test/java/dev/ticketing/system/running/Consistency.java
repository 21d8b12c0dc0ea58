package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.fail;

import dev.ticketing.operations.Addresses;
import dev.ticketing.operations.Deployment;
import dev.ticketing.operations.check.Bounds;
import dev.ticketing.operations.check.Checker;
import dev.ticketing.operations.check.Report;
import dev.ticketing.operations.check.ReportText;
import dev.ticketing.operations.check.rules.Rules;
import java.time.Clock;
import java.time.Duration;

/** Whether everything that the tests have set going has come to the end that it must have. */
public final class Consistency {

  private Consistency() {}

  /**
   * Holds every rule of the checker against the store, the broker and Stripe's books. Nobody uses
   * the system meanwhile, so nothing may be left underway; switches of Stripe are cleared first.
   *
   * @param within how long it may take until the last effect has arrived
   */
  public static void awaitClean(Ticketing ticketing, Duration within) {
    if (!ticketing.isOurs()) {
      System.out.println("Consistency is not checked: the system at ticketing.url is not ours");
      return;
    }
    ticketing.machinery().stack().stripe().switches().clear();
    Clock clock = Clock.systemUTC();
    Addresses addresses = Addresses.in(ticketing.machinery().stack().environment());
    try (Deployment deployment = Deployment.at(addresses)) {
      Report report =
          new Checker(deployment.marketplace(), Rules.all(Bounds.atRest(), clock), within, clock)
              .check();
      if (!report.isClean()) {
        fail("The marketplace is not consistent\n" + ReportText.of(report));
      }
      System.out.print(ReportText.of(report));
    }
  }
}
