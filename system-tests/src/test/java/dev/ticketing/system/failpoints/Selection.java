package dev.ticketing.system.failpoints;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which fail points are tried, in which order, and how often. A build tries one and one control,
 * and a common death of some. {@code -Dfailpoints=all}, or names with commas between them, and
 * {@code -Drounds=10} try more, with all controls.
 */
record Selection(List<FailPoint> points, List<Resumption> controls, int rounds) {

  private static final String IN_A_BUILD = "orders.authorized.secured";

  private static final String TOGETHER_IN_A_BUILD =
      "tickets.create.received,tickets.create.stored,tickets.edit.received,orders.place.received,"
          + "orders.place.locked,orders.place.stored,orders.key.placed,orders.cancel.released,"
          + "payments.charge.stored,payments.key.paid,auth.signup.stored,auth.signout.received,"
          + "orders.tickets.applied,tickets.orders.received,expiration.orders.received,"
          + "payments.capture.answered";

  static Selection chosen() {
    String names = System.getProperty("failpoints", "");
    int rounds = Integer.getInteger("rounds", 1);
    return names.isEmpty()
        ? new Selection(named(IN_A_BUILD), List.of(Resumption.OF_PAYMENTS), rounds)
        : new Selection(named(names), List.of(Resumption.values()), rounds);
  }

  /** The points of deaths that cut off many steps; one that is named twice is so twice. */
  static List<FailPoint> ofCommonDeaths() {
    return named(System.getProperty("failpoints", TOGETHER_IN_A_BUILD));
  }

  private static List<FailPoint> named(String names) {
    return names.equals("all")
        ? FailPoints.all()
        : Stream.of(names.split(",")).map(FailPoints::named).toList();
  }

  /** Every try, those together that need servers with the same settings. */
  List<FailPoint> tries() {
    return Collections.nCopies(rounds, points).stream()
        .flatMap(List::stream)
        .sorted(comparing(point -> Journeys.windowFor(point.journey()).negated()))
        .toList();
  }

  @Override
  public String toString() {
    return "fail points: %d of %d, %d round%s, %d of %d controls"
        .formatted(
            points.size(),
            FailPoints.all().size(),
            rounds,
            rounds == 1 ? "" : "s",
            controls.size(),
            Resumption.values().length);
  }
}
