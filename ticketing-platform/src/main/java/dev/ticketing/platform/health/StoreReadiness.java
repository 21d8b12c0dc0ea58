package dev.ticketing.platform.health;

import dev.ticketing.platform.persistence.DomainStore;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** A domain is ready once its indexes are made, and while its document store answers. */
public final class StoreReadiness implements HealthCheck {

  private final String domain;
  private final DomainStore store;

  public StoreReadiness(String domain, DomainStore store) {
    this.domain = domain;
    this.store = store;
  }

  @Override
  public HealthCheckResponse call() {
    boolean ready;
    try {
      ready = store.isReady();
    } catch (RuntimeException e) {
      ready = false;
    }
    return HealthCheckResponse.named(domain + "-store").status(ready).build();
  }
}
