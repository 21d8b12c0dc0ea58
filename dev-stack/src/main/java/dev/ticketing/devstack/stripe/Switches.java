package dev.ticketing.devstack.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The switches that are set. The first that matches a request acts on it, and no other. */
public final class Switches {
  private final List<Armed> armed = new ArrayList<>();

  Switches() {}

  public synchronized void add(Switch rule) {
    armed.add(new Armed(rule));
  }

  public synchronized void clear() {
    armed.clear();
  }

  /** The switches that may still act. */
  public synchronized List<Switch> list() {
    return armed.stream().map(a -> a.rule.limitedTo(a.left)).toList();
  }

  /** The switch that acts on this request, or null. */
  synchronized Switch take(ApiRequest request, Set<String> operations) {
    for (Armed candidate : armed) {
      if (candidate.matches(request, operations)) {
        if (candidate.left > 0 && --candidate.left == 0) {
          armed.remove(candidate);
        }
        return candidate.rule;
      }
    }
    return null;
  }

  private static final class Armed {
    private final Switch rule;
    private final Pattern path;
    private int left;

    private Armed(Switch rule) {
      this.rule = rule;
      this.left = rule.times();
      this.path = rule.path() == null ? null : glob(rule.path());
    }

    private boolean matches(ApiRequest request, Set<String> operations) {
      return (rule.method() == null || rule.method().equalsIgnoreCase(request.method()))
          && (path == null || path.matcher(request.path()).matches())
          && (rule.operation() == null || operations.contains(rule.operation()));
    }

    private static Pattern glob(String path) {
      return Pattern.compile(
          Stream.of(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
  }
}
