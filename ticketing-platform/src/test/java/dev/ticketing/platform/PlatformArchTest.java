package dev.ticketing.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ticketing.platform", importOptions = DoNotIncludeTests.class)
class PlatformArchTest {

  private static final DescribedPredicate<JavaClass> DOMAINS =
      JavaClass.Predicates.resideInAPackage("dev.ticketing..")
          .and(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAnyPackage(
                      "dev.ticketing.platform..", "dev.ticketing.contracts..")))
          .as("domains");

  @ArchTest
  static final ArchRule THE_PLATFORM_KNOWS_NO_DOMAIN =
      noClasses().should().dependOnClassesThat(DOMAINS);

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper|Service)");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
      slices().matching("dev.ticketing.(**)").should().beFreeOfCycles();
}
