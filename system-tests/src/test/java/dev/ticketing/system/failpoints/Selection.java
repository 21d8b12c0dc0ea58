package dev.ticketing.system.failpoints;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which fail points are tried, in which order, and how often. A build tries a few: always the same
 * that hurt most, and others that change from day to day. {@code -Dfailpoints=all}, or names with
 * commas between them, and {@code -Drounds=10} try more.
 */
record Selection(List<FailPoint> points, int rounds) {

  private static final int IN_A_BUILD = 8;
  private static final List<String> ALWAYS =
      List.of(
          "orders.place.locked",
          "orders.authorized.secured",
          "payments.capture.answered",
          "tickets.orders.applied",
          "payments.authorize.answered");

  static Selection chosen() {
    return new Selection(
        named(System.getProperty("failpoints", "")), Integer.getInteger("rounds", 1));
  }

  private static List<FailPoint> named(String names) {
    if (names.equals("all")) {
      return FailPoints.all();
    }
    return names.isEmpty()
        ? someOf(LocalDate.now().toEpochDay())
        : Stream.of(names.split(",")).map(FailPoints::named).toList();
  }

  private static List<FailPoint> someOf(long day) {
    Set<FailPoint> some = new LinkedHashSet<>(ALWAYS.stream().map(FailPoints::named).toList());
    List<FailPoint> others = new ArrayList<>(FailPoints.all());
    Collections.shuffle(others, new Random(day));
    others.stream()
        .filter(point -> !some.contains(point))
        .limit(IN_A_BUILD - some.size())
        .forEach(some::add);
    return List.copyOf(some);
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
    return "fail points: %d of %d, %d round%s"
        .formatted(points.size(), FailPoints.all().size(), rounds, rounds == 1 ? "" : "s");
  }
}
