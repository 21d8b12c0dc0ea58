package dev.ticketing.platform;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PlatformArchTest {

  private static final JavaClasses PLATFORM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ticketing.platform");

  @Test
  void thePlatformKnowsNoDomain() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.ticketing..")
                .and(
                    resideOutsideOfPackages(
                        "dev.ticketing.platform..", "dev.ticketing.contracts..")))
        .check(PLATFORM);
  }

  @Test
  void namesSayWhatAClassIsFor() {
    noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper|Service)").check(PLATFORM);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.ticketing.(**)").should().beFreeOfCycles().check(PLATFORM);
  }
}
