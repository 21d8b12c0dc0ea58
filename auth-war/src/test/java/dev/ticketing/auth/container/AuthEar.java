package dev.ticketing.auth.container;

import dev.ticketing.testing.container.Deployments;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The auth domain alone in an enterprise application, with its tests inside. */
final class AuthEar {

  private AuthEar() {}

  static EnterpriseArchive build() {
    return Deployments.of(
        "auth",
        "/api/users",
        Deployments.builtWar("auth-war.war").addPackage(AuthEar.class.getPackage()));
  }
}
