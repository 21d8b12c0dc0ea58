package dev.ticketing.auth.adapter.persistence;

import dev.ticketing.platform.health.StoreReadiness;
import dev.ticketing.platform.persistence.DomainStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;

/** This domain's part in the readiness of the server. */
@Readiness
@ApplicationScoped
public class AuthReadiness extends StoreReadiness {

  private static final String DOMAIN = "auth";

  /** For the container's proxy. */
  protected AuthReadiness() {
    this(null);
  }

  @Inject
  public AuthReadiness(DomainStore store) {
    super(DOMAIN, store);
  }
}
