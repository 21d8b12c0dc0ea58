package dev.ticketing.system.running;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts outcomes by when something was done, in steps of ten milliseconds. */
public final class Buckets {

  private static final long WIDTH = 10;
  private static final long FAR = 200;

  private final Map<Long, Map<String, Integer>> counts = new TreeMap<>();

  /**
   * @param millis after the moment in question, negative before it; what is far counts as 200
   */
  public void count(long millis, String outcome) {
    long near = Math.max(-FAR, Math.min(FAR, millis));
    counts
        .computeIfAbsent(Math.floorDiv(near, WIDTH) * WIDTH, from -> new TreeMap<>())
        .merge(outcome, 1, Integer::sum);
  }

  /** How many there were of an outcome. */
  public int total(String outcome) {
    return counts.values().stream().mapToInt(bucket -> bucket.getOrDefault(outcome, 0)).sum();
  }

  /** On one line, by the beginnings of the steps. */
  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(bucket -> "%+d ms %s".formatted(bucket.getKey(), bucket.getValue()))
        .collect(Collectors.joining(", "));
  }
}
