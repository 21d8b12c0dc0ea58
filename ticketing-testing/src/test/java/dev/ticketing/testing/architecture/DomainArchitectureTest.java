package dev.ticketing.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DomainArchitectureTest {

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.ticketing.broken");

  @ParameterizedTest
  @EnumSource
  void everyRuleFindsWhatBreaksIt(DomainArchitecture rule) {
    assertTrue(rule.rule().evaluate(BROKEN).hasViolation(), rule::name);
  }
}
