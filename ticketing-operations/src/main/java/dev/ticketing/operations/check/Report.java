package dev.ticketing.operations.check;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a check.
 *
 * @param looked how many documents each place had, by its title
 * @param rules the statements that were checked
 * @param unchecked the statements that could not be, for want of something they need
 * @param violations how many documents break each broken statement
 * @param findings the violations, of very many of one kind only some
 */
public record Report(
    Instant begun,
    Duration took,
    Map<String, Long> looked,
    List<String> rules,
    List<String> unchecked,
    Map<String, Long> violations,
    List<Finding> findings) {

  static Report of(
      Instant begun,
      Instant ended,
      Map<Place, Long> seen,
      List<Rule> checked,
      List<Rule> unchecked,
      Suspects suspects) {
    Map<String, Long> looked = new LinkedHashMap<>();
    seen.forEach((place, count) -> looked.put(place.title(), count));
    Map<String, Long> violations = new TreeMap<>();
    suspects
        .rules()
        .forEach(rule -> violations.merge(rule.statement(), suspects.count(rule), Long::sum));
    return new Report(
        begun,
        Duration.between(begun, ended),
        looked,
        statementsOf(checked),
        statementsOf(unchecked),
        violations,
        suspects.rules().stream().flatMap(rule -> suspects.findings(rule).stream()).toList());
  }

  private static List<String> statementsOf(List<Rule> rules) {
    return rules.stream().map(Rule::statement).distinct().toList();
  }

  public boolean isClean() {
    return violations.isEmpty();
  }
}
