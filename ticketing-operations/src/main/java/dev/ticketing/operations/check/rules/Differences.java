package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Collects what two documents should have in common, and have not. */
final class Differences {

  private final List<String> expected = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  Differences same(String what, Object wanted, Object actual) {
    if (!Objects.equals(wanted, actual)) {
      expected.add(what + " " + wanted);
      found.add(what + " " + actual);
    }
    return this;
  }

  Optional<Violation> violation() {
    return expected.isEmpty()
        ? Optional.empty()
        : Violation.of(String.join(", ", expected), String.join(", ", found));
  }
}
