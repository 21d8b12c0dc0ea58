package dev.ticketing.expiration.container;

import dev.ticketing.expiration.container.unit.ExpirationUnit;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.testing.container.Deployments;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The expiration domain alone in an enterprise application, with its tests inside. */
final class ExpirationEar {

  private ExpirationEar() {}

  static EnterpriseArchive build() {
    return Deployments.of(
        "expiration",
        "/api/expiration",
        Deployments.builtWar("expiration-war.war").addPackage(ExpirationEar.class.getPackage()),
        Deployments.builtJar("expiration-ejb.jar", Reservation.class)
            .addClass(ExpirationUnit.class));
  }
}
