package dev.ticketing.orders.container;

import dev.ticketing.testing.container.Deployments;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The orders domain alone in an enterprise application, with its tests inside. */
final class OrdersEar {

  private OrdersEar() {}

  static EnterpriseArchive build() {
    return Deployments.of(
        "orders",
        "/api/orders",
        Deployments.builtWar("orders-war.war").addPackage(OrdersEar.class.getPackage()));
  }
}
