package dev.ticketing.system.soak;

import dev.ticketing.system.soak.calls.Tally;
import dev.ticketing.system.soak.calls.Tally.Row;
import dev.ticketing.system.soak.measure.MemoryWatch.Sample;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One soak on one page, in Markdown. */
final class Report {

  private static final int MOST_LINES = 50;

  private final StringBuilder text = new StringBuilder();

  Report(SoakSettings settings) {
    line("# Soak");
    line("");
    line(
        "%s, %.1f actions/s on average, %d server%s, window %s, seed %d, %d workers",
        settings.duration(),
        settings.rate(),
        settings.servers(),
        settings.servers() == 1 ? "" : "s, one killed " + settings.kill() + " after the last start",
        settings.window(),
        settings.seed(),
        settings.workers());
  }

  Report fact(String name, Object value) {
    line("- %s: %s", name, value);
    return this;
  }

  Report answers(Tally tally) {
    heading("Answers");
    line(
        "| Request | Answers | p50 ms | p99 ms | max ms | By status | Lost with a killed server |");
    line("|---|---|---|---|---|---|---|");
    tally
        .rows()
        .forEach(
            (action, row) ->
                line(
                    "| %s | %d | %.1f | %.1f | %.1f | %s | %d |",
                    action,
                    row.count(),
                    row.percentile(0.5),
                    row.percentile(0.99),
                    row.percentile(1),
                    statuses(row),
                    row.lost()));
    return this;
  }

  private static String statuses(Row row) {
    return row.statuses().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  Report memory(List<Sample> samples) {
    heading("Memory");
    line("| Process | Minute | Orders | RSS MiB | Heap MiB after collection | Threads | Files |");
    line("|---|---|---|---|---|---|---|");
    for (Sample s : samples) {
      line(
          "| %s | %.1f | %d | %d | %s | %d | %d |",
          s.process(),
          s.at().toMillis() / 60_000.0,
          s.orders(),
          s.rssMib(),
          Double.isNaN(s.heapMib()) ? "" : "%.0f".formatted(s.heapMib()),
          s.threads(),
          s.files());
    }
    line("");
    samples.stream().map(Sample::process).distinct().forEach(name -> growth(name, samples));
    return this;
  }

  private void growth(String name, List<Sample> samples) {
    List<Sample> own = samples.stream().filter(s -> s.process().equals(name)).toList();
    List<Sample> heaps = own.stream().filter(s -> !Double.isNaN(s.heapMib())).toList();
    line(
        "- %s: RSS grows by %s; heap by %s",
        name, Slope.of(own, Sample::rssMib), Slope.of(heaps, Sample::heapMib));
  }

  Report list(String title, List<String> lines) {
    heading(title + ": " + lines.size());
    lines.stream().limit(MOST_LINES).forEach(line -> line("- %s", line));
    return this;
  }

  static String spread(List<Long> sortedMillis) {
    if (sortedMillis.isEmpty()) {
      return "none";
    }
    int last = sortedMillis.size() - 1;
    return "%d; p50 %d ms, p99 %d ms, max %d ms"
        .formatted(
            sortedMillis.size(),
            sortedMillis.get(last / 2),
            sortedMillis.get((int) Math.ceil(last * 0.99)),
            sortedMillis.get(last));
  }

  private void heading(String title) {
    line("");
    line("## %s", title);
    line("");
  }

  private void line(String format, Object... values) {
    String line = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
