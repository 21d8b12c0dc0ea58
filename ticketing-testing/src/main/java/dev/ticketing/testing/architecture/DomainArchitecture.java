package dev.ticketing.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/**
 * How every domain is built: adapters around an application around the domain itself, which knows
 * neither of them, nor any technology but the annotations of persistence, nor any other domain.
 */
public final class DomainArchitecture {

  private static final String DOMAIN = "dev.ticketing.*.domain..";
  private static final String APPLICATION = "dev.ticketing.*.application..";
  private static final String ADAPTER = "dev.ticketing.*.adapter..";
  private static final String PERSISTENCE = "dev.ticketing.*.adapter.persistence..";

  @ArchTest
  public static final ArchRule the_domain_knows_neither_application_nor_adapters =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APPLICATION, ADAPTER);

  @ArchTest
  public static final ArchRule the_application_knows_no_adapter =
      noClasses()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ADAPTER);

  @ArchTest
  public static final ArchRule the_domain_sees_the_jdk_persistence_annotations_and_contracts =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              DOMAIN,
              "java..",
              "jakarta.persistence..",
              "dev.ticketing.contracts..",
              "dev.ticketing.platform.aggregate..");

  @ArchTest
  public static final ArchRule the_application_sees_no_technology_but_injection =
      classes()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              APPLICATION,
              DOMAIN,
              "dev.ticketing.*",
              "java..",
              "jakarta.enterprise.context..",
              "jakarta.inject..",
              "org.eclipse.microprofile.config.inject..",
              "dev.ticketing.contracts..",
              "dev.ticketing.platform.aggregate..",
              "dev.ticketing.platform.time..",
              "dev.ticketing.platform.session..");

  @ArchTest
  public static final ArchRule only_persistence_adapters_see_the_document_store =
      noClasses()
          .that()
          .resideOutsideOfPackage(PERSISTENCE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hibernate..", "com.mongodb..", "org.bson..");

  @ArchTest
  public static final ArchRule only_the_stripe_adapter_sees_stripe =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ticketing.payments.adapter.stripe..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.stripe..");

  @ArchTest
  public static final ArchRule no_domain_sees_another =
      classes().should(ForeignDomains.notBeSeen());

  @ArchTest
  public static final ArchRule what_is_needed_comes_through_the_constructor =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(DOMAIN, APPLICATION)
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .orShould()
          .beAnnotatedWith("jakarta.ejb.EJB")
          .orShould()
          .beAnnotatedWith("jakarta.persistence.PersistenceUnit")
          .orShould()
          .beAnnotatedWith("jakarta.persistence.PersistenceContext")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule time_comes_from_the_clock_that_is_injected =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN, APPLICATION)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest public static final ArchRule names_say_what_a_class_is_for = Names.sayWhatAClassIsFor();

  @ArchTest
  public static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("dev.ticketing.(**)").should().beFreeOfCycles();

  private DomainArchitecture() {}
}
