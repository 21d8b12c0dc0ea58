package dev.ticketing.system.failpoints;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which fail points have still to be died at, and how often: what a common death is to try next,
 * those first that hold nobody up, and of the others those that have most before them.
 */
final class ManyDeaths {

  /** Who is held up by whom: a clock that stands still ends nothing any more. */
  private static final List<String> HURRIED_PARTS =
      List.of("orders.takeover", "orders.reservations", "expiration.expired", "expiration.timer");

  private final int atOnce;
  private final Random random;
  private final Map<FailPoint, Integer> open = new LinkedHashMap<>();
  private final Map<FailPoint, Integer> missed = new HashMap<>();

  /**
   * @param rounds deaths for each point
   * @param atOnce the most points that one death is to have
   */
  ManyDeaths(List<FailPoint> points, int rounds, int atOnce, Random random) {
    this.atOnce = atOnce;
    this.random = random;
    points.forEach(point -> open.merge(point, rounds, Integer::sum));
  }

  boolean areOver() {
    return open.isEmpty();
  }

  int left() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Points that can be tried together, in the order in which to try them. */
  List<FailPoint> next() {
    List<FailPoint> candidates = new ArrayList<>(open.keySet());
    Collections.shuffle(candidates, random);
    candidates.sort((a, b) -> open.get(b) - open.get(a) + missed(b) - missed(a));
    List<FailPoint> chosen = new ArrayList<>();
    for (FailPoint candidate : candidates) {
      if (chosen.size() < atOnce
          && chosen.stream().allMatch(other -> areCompatible(other, candidate))) {
        chosen.add(candidate);
      }
    }
    FailPoint urgent = chosen.get(0);
    Collections.shuffle(chosen, random);
    chosen.sort((a, b) -> rank(a, urgent) - rank(b, urgent));
    return chosen;
  }

  /**
   * The most urgent first, since what comes later may be held up. News that stand still on their
   * way in come last: their payer is told after a few seconds that it takes longer.
   */
  private static int rank(FailPoint point, FailPoint urgent) {
    if (Journeys.isHurried(point.journey())) {
      return HURRIED_PARTS.indexOf(point.part());
    }
    if (Journeys.troublesStripeOnce(point.journey())) {
      return -1;
    }
    if (point.isInItsRequest() && !isByNews(point)) {
      return 0;
    }
    if (isByNews(point)) {
      return isOnTheWayIn(point) ? 4 : 1;
    }
    return point.equals(urgent) ? 1 : 3;
  }

  private int missed(FailPoint point) {
    return missed.getOrDefault(point, 0);
  }

  private static boolean areCompatible(FailPoint one, FailPoint other) {
    return windowOf(one).equals(windowOf(other))
        && !(Journeys.isHurried(one.journey()) && one.part().equals(other.part()))
        && !(isByNews(one) && isAboutMoney(other) && !areNewsApart(one, other))
        && !(isByNews(other) && isAboutMoney(one) && !areNewsApart(one, other));
  }

  static boolean isByNews(FailPoint point) {
    return point.journey().equals("paying by news");
  }

  static boolean isAboutMoney(FailPoint point) {
    return point.journey().startsWith("paying") || point.journey().equals("letting go");
  }

  /** One on the way in and one after it: no news comes twice then. */
  private static boolean areNewsApart(FailPoint one, FailPoint other) {
    return isByNews(one) && isByNews(other) && isOnTheWayIn(one) != isOnTheWayIn(other);
  }

  private static boolean isOnTheWayIn(FailPoint point) {
    return point.name().endsWith("received") || point.name().endsWith("stored");
  }

  static Duration windowOf(FailPoint point) {
    return Journeys.windowFor(point.journey());
  }

  void count(List<FailPoint> tried, List<FailPoint> reached) {
    tried.forEach(point -> missed.merge(point, 1, Integer::sum));
    for (FailPoint point : reached) {
      missed.remove(point);
      open.computeIfPresent(point, (known, rounds) -> rounds == 1 ? null : rounds - 1);
    }
  }

  @Override
  public String toString() {
    return open.toString();
  }
}
