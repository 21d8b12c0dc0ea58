package dev.ticketing.operations.deadletters;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The dead letters that an operator means. */
public final class Selection implements Predicate<DeadLetter> {

  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      description =
          "Which: a dead-letter topic, a topic/partition or a topic/partition/offset, as listed.")
  private List<String> letters = List.of();

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  boolean isEmpty() {
    return letters.isEmpty() && !all;
  }

  @Override
  public boolean test(DeadLetter letter) {
    return all
        || letters.stream()
            .anyMatch(which -> letter.id().equals(which) || letter.id().startsWith(which + "/"));
  }
}
