package dev.ticketing.orders.adapter;

import dev.ticketing.platform.Domain;
import dev.ticketing.platform.health.StoreReadiness;
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
