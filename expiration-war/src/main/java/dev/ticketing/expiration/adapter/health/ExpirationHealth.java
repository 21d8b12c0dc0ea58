package dev.ticketing.expiration.adapter.health;

import dev.ticketing.expiration.adapter.ExpirationDomain;
import dev.ticketing.platform.health.StoreReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the clock can keep its reservations, and still hears of orders. The checks belong to
 * this module, because those in the EJB module would be asked again in the name of every web module
 * that sees it.
 */
@ApplicationScoped
public class ExpirationHealth {

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck readiness(ExpirationDomain domain) {
    return new StoreReadiness("expiration", domain.store());
  }

  @Produces
  @Liveness
  @ApplicationScoped
  HealthCheck liveness(ExpirationDomain domain) {
    return domain.livenessOf("expiration");
  }
}
