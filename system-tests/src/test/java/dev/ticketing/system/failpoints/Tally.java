package dev.ticketing.system.failpoints;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of all deaths so far. */
final class Tally {

  private final Map<String, Integer> deaths = new TreeMap<>();
  private final List<Duration> times = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param clean how long after the server's readiness all was as it should be
   */
  void finished(List<FailPoint> points, Duration clean) {
    points.forEach(point -> deaths.merge(point.name(), 1, Integer::sum));
    times.add(clean);
    System.out.printf(
        "death %d: %s; clean %d ms after the start%n", times.size(), points, clean.toMillis());
  }

  void failed(List<FailPoint> points, Throwable failure) {
    failures.add(points + ": " + failure);
    System.out.println("not finished after a death: " + failures.get(failures.size() - 1));
    failure.printStackTrace(System.out);
  }

  List<String> failures() {
    return Collections.unmodifiableList(failures);
  }

  @Override
  public String toString() {
    List<Duration> sorted = times.stream().sorted().toList();
    return "%d steps cut off at %d fail points by %d deaths, %d not finished; clean after %s"
        .formatted(
            deaths.values().stream().mapToInt(Integer::intValue).sum(),
            deaths.size(),
            times.size() + failures.size(),
            failures.size(),
            sorted.isEmpty()
                ? "-"
                : "%s (median %s, max %s)"
                    .formatted(
                        sorted.get(0),
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() - 1)));
  }

  /** A line for each fail point: how many deaths it has had that all was well after. */
  String table() {
    StringBuilder lines = new StringBuilder();
    deaths.forEach((name, count) -> lines.append("%4d  %s%n".formatted(count, name)));
    return lines.toString();
  }
}
