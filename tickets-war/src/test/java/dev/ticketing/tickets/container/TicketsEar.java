package dev.ticketing.tickets.container;

import dev.ticketing.testing.container.Deployments;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The tickets domain alone in an enterprise application, with its tests inside. */
final class TicketsEar {

  private TicketsEar() {}

  static EnterpriseArchive build(Class<?>... more) {
    return Deployments.of(
        "tickets",
        "/api/tickets",
        Deployments.builtWar("tickets-war.war")
            .addPackage(TicketsEar.class.getPackage())
            .addClasses(more));
  }

  /** The same with other settings, which go before those of the product. */
  static EnterpriseArchive configured(String properties, Class<?>... more) {
    StringAsset config = new StringAsset("config_ordinal=200\n" + properties);
    JavaArchive library =
        ShrinkWrap.create(JavaArchive.class, "settings.jar")
            .addAsManifestResource(config, "microprofile-config.properties");
    return build(more).addAsLibrary(library);
  }
}
