package dev.ticketing.system.soak;

import dev.ticketing.system.soak.measure.MemoryWatch.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The straight line through the second half of some samples, by least squares. */
final class Slope {

  private static final int FEWEST = 3;

  private Slope() {}

  /** Per hour and per thousand orders; the first half is the time to warm up. */
  static String of(List<Sample> samples, ToDoubleFunction<Sample> value) {
    List<Sample> later = samples.subList(samples.size() / 2, samples.size());
    if (later.size() < FEWEST) {
      return "too few samples";
    }
    return String.format(
        Locale.ROOT,
        "%.1f MiB/hour, %.2f MiB per 1,000 orders (second half)",
        slope(later, sample -> sample.at().toMillis() / 3_600_000.0, value),
        slope(later, sample -> sample.orders() / 1_000.0, value));
  }

  private static double slope(
      List<Sample> samples, ToDoubleFunction<Sample> x, ToDoubleFunction<Sample> y) {
    double meanX = samples.stream().mapToDouble(x).average().orElseThrow();
    double meanY = samples.stream().mapToDouble(y).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (Sample sample : samples) {
      double distance = x.applyAsDouble(sample) - meanX;
      above += distance * (y.applyAsDouble(sample) - meanY);
      below += distance * distance;
    }
    return above / below;
  }
}
