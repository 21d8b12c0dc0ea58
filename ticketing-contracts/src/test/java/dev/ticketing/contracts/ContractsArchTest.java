package dev.ticketing.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ticketing.contracts", importOptions = DoNotIncludeTests.class)
class ContractsArchTest {

  @ArchTest
  static final ArchRule CONTRACTS_DEPEND_ON_NOTHING_BUT_THE_JDK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.ticketing.contracts..");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
      slices().matching("dev.ticketing.(**)").should().beFreeOfCycles();
}
