package dev.ticketing.expiration.container.unit;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/**
 * Hands the domain's persistence unit to its tests, which the container does not inject it into.
 */
@Dependent
public class ExpirationUnit {

  @PersistenceUnit(unitName = "expiration")
  private EntityManagerFactory factory;

  public EntityManagerFactory factory() {
    return factory;
  }
}
