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
 * that hurt most, another one and a control that change from day to day. {@code -Dfailpoints=all},
 * or names with commas between them, and {@code -Drounds=10} try more, with all controls.
 */
record Selection(List<FailPoint> points, List<Resumption> controls, int rounds) {

  private static final int IN_A_BUILD = 5;
  private static final List<String> ALWAYS =
      List.of(
          "orders.place.locked",
          "orders.authorized.secured",
          "payments.capture.answered",
          "payments.authorize.answered");

  static Selection chosen() {
    String names = System.getProperty("failpoints", "");
    int rounds = Integer.getInteger("rounds", 1);
    long today = LocalDate.now().toEpochDay();
    return names.isEmpty()
        ? new Selection(someOf(today), List.of(controlOf(today)), rounds)
        : new Selection(named(names), List.of(Resumption.values()), rounds);
  }

  private static List<FailPoint> named(String names) {
    return names.equals("all")
        ? FailPoints.all()
        : Stream.of(names.split(",")).map(FailPoints::named).toList();
  }

  private static Resumption controlOf(long day) {
    return Resumption.values()[Math.floorMod(day, Resumption.values().length)];
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
