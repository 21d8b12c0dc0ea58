package dev.ticketing.payments.container;

import dev.ticketing.testing.container.Deployments;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The payments domain alone in an enterprise application, with its tests inside. */
final class PaymentsEar {

  private PaymentsEar() {}

  static EnterpriseArchive build() {
    return Deployments.of(
        "payments",
        "/api/payments",
        Deployments.builtWar("payments-war.war").addPackage(PaymentsEar.class.getPackage()));
  }
}
