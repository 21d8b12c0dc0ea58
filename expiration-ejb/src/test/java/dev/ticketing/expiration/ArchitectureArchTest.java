package dev.ticketing.expiration;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.ticketing.testing.architecture.DomainArchitecture;

@AnalyzeClasses(packages = "dev.ticketing.expiration", importOptions = DoNotIncludeTests.class)
class ArchitectureArchTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(DomainArchitecture.class);
}
