package dev.ticketing.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What every route has to say and do about who may take it. A route that needs a role and names
 * something by its id has to ask the one class of its domain that knows whose it is: it, or what it
 * calls, calls a class of the application layer whose name ends in Access.
 */
final class AccessRules {

  private static final String DOCUMENTED =
      "org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement";

  private AccessRules() {}

  static ArchCondition<JavaMethod> sayOnceWhoMayCall() {
    return condition(
        "have exactly one of @PermitAll and @RolesAllowed, or else their class",
        route -> Routes.saidOfCallers(route) == 1);
  }

  static ArchCondition<JavaMethod> tellClientsThatTheyNeedASession() {
    return condition(
        "have @SecurityRequirement(name = Caller.SESSION), or else their class, because they"
            + " have @RolesAllowed",
        route ->
            !Routes.needsRole(route)
                || route.isAnnotatedWith(DOCUMENTED)
                || route.getOwner().isAnnotatedWith(DOCUMENTED));
  }

  static ArchCondition<JavaMethod> askWhoseItIs() {
    return condition(
        "call, directly or not, their domain's class of the application layer whose name ends in"
            + " Access, because they name something of somebody's by its id",
        route -> !Routes.needsRole(route) || !Routes.namesSomething(route) || reachesAccess(route));
  }

  private static ArchCondition<JavaMethod> condition(String what, Predicate<JavaMethod> holds) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaMethod route, ConditionEvents events) {
        if (!holds.test(route)) {
          events.add(SimpleConditionEvent.violated(route, route.getFullName() + " should " + what));
        }
      }
    };
  }

  private static boolean reachesAccess(JavaMethod route) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(Set.of(route));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.pop();
      if (seen.add(unit)) {
        if (callsOf(unit).anyMatch(call -> isAccess().test(call.getTargetOwner()))) {
          return true;
        }
        callsOf(unit)
            .filter(call -> domainOf(call.getTargetOwner()).equals(domainOf(route.getOwner())))
            .flatMap(call -> call.getTarget().resolveMember().stream())
            .forEach(next::push);
      }
    }
    return false;
  }

  private static Stream<JavaCodeUnitAccess<? extends CodeUnitAccessTarget>> callsOf(
      JavaCodeUnit unit) {
    return Stream.concat(
        unit.getCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream());
  }

  private static DescribedPredicate<JavaClass> isAccess() {
    return JavaClass.Predicates.resideInAPackage(Packages.APPLICATION)
        .and(JavaClass.Predicates.simpleNameEndingWith("Access"));
  }

  private static String domainOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 2 && parts[0].equals("dev") ? parts[2] : type.getPackageName();
  }
}
