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
    points.forEach(point -> open.put(point, rounds));
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

  /** The most urgent first, since what comes later may be held up. */
  private static int rank(FailPoint point, FailPoint urgent) {
    if (point.isInItsRequest()) {
      return 0;
    }
    return point.equals(urgent) ? 1 : 2;
  }

  private int missed(FailPoint point) {
    return missed.getOrDefault(point, 0);
  }

  private static boolean areCompatible(FailPoint one, FailPoint other) {
    return windowOf(one).equals(windowOf(other))
        && Journeys.areCompatible(one.journey(), other.journey());
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
