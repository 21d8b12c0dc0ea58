package dev.ticketing.payments.adapter;

import dev.ticketing.platform.Domain;
import dev.ticketing.platform.audit.Audit;
import dev.ticketing.platform.health.StoreReadiness;
import dev.ticketing.platform.idempotency.IdempotencyKeys;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
public class PaymentsDomain extends Domain {

  @PersistenceUnit(unitName = "payments")
  private EntityManagerFactory entities;

  @Inject
  @Channel("payments-out")
  private Emitter<ProducerRecord<String, String>> events;

  private IdempotencyKeys idempotencyKeys;

  @PostConstruct
  void openKeys() {
    idempotencyKeys = store().idempotencyKeys();
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
  @Singleton
  Audit audit() {
    return store().audit();
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck readiness() {
    return new StoreReadiness("payments", store());
  }

  @Produces
  @Liveness
  @ApplicationScoped
  HealthCheck liveness() {
    return livenessOf("payments");
  }
}
