package dev.ticketing.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainArchitectureTest {

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.ticketing.broken");

  static Stream<Field> rules() {
    return Arrays.stream(DomainArchitecture.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleFindsWhatBreaksIt(Field rule) throws IllegalAccessException {
    ArchRule broken = (ArchRule) rule.get(null);
    assertTrue(broken.evaluate(BROKEN).hasViolation(), broken::getDescription);
  }
}
