package dev.ticketing.tickets.container;

import dev.ticketing.testing.container.Deployments;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The tickets domain alone in an enterprise application, with its tests inside. */
final class TicketsEar {

  private TicketsEar() {}

  static EnterpriseArchive build() {
    return Deployments.of(
        "tickets",
        "/api/tickets",
        Deployments.builtWar("tickets-war.war").addPackage(TicketsEar.class.getPackage()));
  }
}
