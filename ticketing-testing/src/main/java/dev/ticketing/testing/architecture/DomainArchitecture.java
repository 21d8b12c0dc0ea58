package dev.ticketing.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How every domain is built: adapters around an application around the domain itself, which knows
 * neither of them, nor any technology but the annotations of persistence, nor any other domain.
 */
public enum DomainArchitecture {
  THE_DOMAIN_KNOWS_NEITHER_APPLICATION_NOR_ADAPTERS(
      noClasses()
          .that()
          .resideInAPackage(Packages.DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Packages.APPLICATION, Packages.ADAPTER)),

  THE_APPLICATION_KNOWS_NO_ADAPTER(
      noClasses()
          .that()
          .resideInAPackage(Packages.APPLICATION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Packages.ADAPTER)),

  THE_DOMAIN_SEES_THE_JDK_PERSISTENCE_ANNOTATIONS_AND_CONTRACTS(
      classes()
          .that()
          .resideInAPackage(Packages.DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Packages.DOMAIN,
              "java..",
              "jakarta.persistence..",
              "dev.ticketing.contracts..",
              "dev.ticketing.platform.aggregate..",
              "dev.ticketing.platform.hash..")),

  THE_APPLICATION_SEES_NO_TECHNOLOGY_BUT_INJECTION(
      classes()
          .that()
          .resideInAPackage(Packages.APPLICATION)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Packages.APPLICATION,
              Packages.DOMAIN,
              "dev.ticketing.*",
              "java..",
              "jakarta.enterprise.context..",
              "jakarta.inject..",
              "org.eclipse.microprofile.config.inject..",
              "dev.ticketing.contracts..",
              "dev.ticketing.platform.access..",
              "dev.ticketing.platform.aggregate..",
              "dev.ticketing.platform.audit..",
              "dev.ticketing.platform.mail",
              "dev.ticketing.platform.site..",
              "dev.ticketing.platform.time..",
              "dev.ticketing.platform.session..")),

  ONLY_PERSISTENCE_ADAPTERS_SEE_THE_DOCUMENT_STORE(
      noClasses()
          .that()
          .resideOutsideOfPackage(Packages.PERSISTENCE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hibernate..", "com.mongodb..", "org.bson..")),

  ONLY_THE_STRIPE_ADAPTER_SEES_STRIPE(
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ticketing.payments.adapter.stripe..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.stripe..")),

  ONLY_THE_ADAPTER_OF_PROVIDERS_SEES_THEIR_LIBRARY(
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ticketing.auth.adapter.nimbus..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..")),

  NO_DOMAIN_SEES_ANOTHER(classes().should(ForeignDomains.notBeSeen())),

  WHAT_IS_NEEDED_COMES_THROUGH_THE_CONSTRUCTOR(
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(Packages.DOMAIN, Packages.APPLICATION)
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
          .allowEmptyShould(true)),

  TIME_COMES_FROM_THE_CLOCK_THAT_IS_INJECTED(
      noClasses()
          .that()
          .resideInAnyPackage(Packages.DOMAIN, Packages.APPLICATION)
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
          .haveFullyQualifiedName("java.util.Date")),

  EVERY_ROUTE_SAYS_ONCE_WHO_MAY_CALL_IT(
      methods()
          .that(Routes.areRoutes())
          .should(AccessRules.sayOnceWhoMayCall())
          .allowEmptyShould(true)),

  EVERY_ROUTE_TELLS_CLIENTS_WHETHER_THEY_NEED_A_SESSION(
      methods()
          .that(Routes.areRoutes())
          .should(AccessRules.tellClientsThatTheyNeedASession())
          .allowEmptyShould(true)),

  WHAT_IS_SOMEBODYS_IS_REACHED_THROUGH_THE_DOMAINS_ACCESS_CLASS(
      methods().that(Routes.areRoutes()).should(AccessRules.askWhoseItIs()).allowEmptyShould(true)),

  NAMES_SAY_WHAT_A_CLASS_IS_FOR(Names.sayWhatAClassIsFor()),

  PACKAGES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES(
      slices().matching("dev.ticketing.(**)").should().beFreeOfCycles());

  private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

  private final ArchRule rule;

  DomainArchitecture(ArchRule rule) {
    this.rule = rule;
  }

  /** Throws an AssertionError that names each violation in the packages of one domain. */
  public void holdsIn(String rootPackage) {
    rule.check(IMPORTED.computeIfAbsent(rootPackage, DomainArchitecture::classesOf));
  }

  private static JavaClasses classesOf(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(rootPackage);
  }

  ArchRule rule() {
    return rule;
  }
}
