package dev.ticketing.operations.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What broke a rule when it was last looked at. Of very many only some are kept, all are counted.
 */
final class Suspects {

  /** Of one rule. */
  static final int MOST_KEPT = 1_000;

  private final Map<Rule, List<Finding>> kept = new LinkedHashMap<>();
  private final Map<Rule, Long> counts = new LinkedHashMap<>();

  void add(Rule rule, String id, Violation violation) {
    counts.merge(rule, 1L, Long::sum);
    List<Finding> findings = kept.computeIfAbsent(rule, key -> new ArrayList<>());
    if (findings.size() < MOST_KEPT) {
      findings.add(
          new Finding(
              rule.statement(), rule.subjects(), id, violation.expected(), violation.found()));
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  List<Rule> rules() {
    return List.copyOf(counts.keySet());
  }

  /** Whether those kept are all there are. */
  boolean areAllKept(Rule rule) {
    return count(rule) == findings(rule).size();
  }

  List<Finding> findings(Rule rule) {
    return kept.getOrDefault(rule, List.of());
  }

  long count(Rule rule) {
    return counts.getOrDefault(rule, 0L);
  }
}
