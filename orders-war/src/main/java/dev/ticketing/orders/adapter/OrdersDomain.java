package dev.ticketing.orders.adapter;

import dev.ticketing.platform.Domain;
import dev.ticketing.platform.health.StoreReadiness;
import dev.ticketing.platform.idempotency.IdempotencyKeys;
import dev.ticketing.platform.limits.RateLimits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** This domain's own store, events and health. */
@ApplicationScoped
public class OrdersDomain extends Domain {

  @PersistenceUnit(unitName = "orders")
  private EntityManagerFactory entities;

  @Inject
  @Channel("orders-out")
  private Emitter<ProducerRecord<String, String>> events;

  private IdempotencyKeys idempotencyKeys;
  private RateLimits rateLimits;

  @PostConstruct
  void openKeysAndLimits() {
    idempotencyKeys = store().idempotencyKeys();
    rateLimits = store().rateLimits();
  }

  /** What the limits of this domain are counted with. */
  public RateLimits rateLimits() {
    return rateLimits;
  }

  public IdempotencyKeys idempotencyKeys() {
    return idempotencyKeys;
  }

  @Override
  protected EntityManagerFactory entities() {
    return entities;
  }

  @Override
  protected Emitter<ProducerRecord<String, String>> events() {
    return events;
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck readiness() {
    return new StoreReadiness("orders", store());
  }

  @Produces
  @Liveness
  @ApplicationScoped
  HealthCheck liveness() {
    return livenessOf("orders");
  }
}
