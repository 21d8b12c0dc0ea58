package dev.ticketing.expiration;

import dev.ticketing.testing.architecture.DomainArchitecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureArchTest {

  @ParameterizedTest
  @EnumSource
  void theDomainIsBuiltLikeAllOthers(DomainArchitecture rule) {
    rule.holdsIn("dev.ticketing.expiration");
  }
}
