package dev.ticketing.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Endings that fit any class tell nothing about this one. */
final class Names {

  private static final String HOLLOW = ".*(Impl|Manager|Utils?|Helper|Service)";

  private Names() {}

  static ArchRule sayWhatAClassIsFor() {
    return noClasses().should().haveNameMatching(HOLLOW);
  }
}
