package dev.ticketing.operations.check;

import java.util.Locale;
import java.util.stream.Collectors;

/** A report for people. */
public final class ReportText {

  /** Of one rule. */
  private static final int MOST_SHOWN = 20;

  private ReportText() {}

  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    report.violations().forEach((rule, count) -> describe(report, rule, count, text));
    text.append("Looked at ")
        .append(
            report.looked().entrySet().stream()
                .map(place -> place.getValue() + " " + place.getKey())
                .collect(Collectors.joining(", ")))
        .append(String.format(Locale.ROOT, " in %.1f s%n", report.took().toMillis() / 1000.0));
    if (!report.unchecked().isEmpty()) {
      text.append("Not checked: ").append(String.join("; ", report.unchecked())).append('\n');
    }
    return text.append(verdict(report)).append('\n').toString();
  }

  private static void describe(Report report, String rule, long count, StringBuilder text) {
    text.append(rule).append(": ").append(count).append(" violated\n");
    report.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .limit(MOST_SHOWN)
        .forEach(finding -> describe(finding, text));
    if (count > MOST_SHOWN) {
      text.append("  ... and ").append(count - MOST_SHOWN).append(" more\n");
    }
  }

  private static void describe(Finding finding, StringBuilder text) {
    text.append("  ").append(finding.place().title()).append(": ").append(finding.id());
    text.append("\n    expected ").append(finding.expected());
    text.append("\n    found    ").append(finding.found()).append('\n');
  }

  private static String verdict(Report report) {
    if (report.isClean()) {
      return "Clean: all " + report.rules().size() + " rules hold";
    }
    long all = report.violations().values().stream().mapToLong(Long::longValue).sum();
    return all
        + " violations of "
        + report.violations().size()
        + " of "
        + report.rules().size()
        + " rules";
  }
}
