package dev.ticketing.auth.container;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/**
 * Hands the domain's persistence unit to its tests, which the container does not inject it into.
 */
@Dependent
class AuthUnit {

  @PersistenceUnit(unitName = "auth")
  private EntityManagerFactory factory;

  EntityManagerFactory factory() {
    return factory;
  }
}
