package dev.ticketing.testing.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Domains speak by events only; what they share is the contracts and the platform. */
final class ForeignDomains extends ArchCondition<JavaClass> {

  private static final String ROOT = "dev.ticketing.";
  private static final Set<String> SHARED = Set.of("contracts", "platform");

  private ForeignDomains() {
    super("not depend on another domain");
  }

  static ForeignDomains notBeSeen() {
    return new ForeignDomains();
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    String own = domainOf(item);
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass();
      String other = domainOf(target);
      boolean ours = target.getPackageName().startsWith(ROOT);
      if (ours && !other.equals(own) && !SHARED.contains(other)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private static String domainOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 2 ? parts[2] : "";
  }
}
