package dev.ticketing.operations.check;

import java.util.Optional;

/** What a rule expected of a document, and what it found instead. */
public record Violation(String expected, String found) {

  public static Optional<Violation> of(String expected, String found) {
    return Optional.of(new Violation(expected, found));
  }
}
