package dev.ticketing.auth.adapter;

import dev.ticketing.platform.Domain;
import dev.ticketing.platform.health.StoreReadiness;
import dev.ticketing.platform.limits.RateLimits;
import dev.ticketing.platform.session.EndedSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** This domain's own store, events and readiness. */
@ApplicationScoped
public class AuthDomain extends Domain {

  @PersistenceUnit(unitName = "auth")
  private EntityManagerFactory entities;

  @Inject
  @Channel("auth-out")
  private Emitter<ProducerRecord<String, String>> events;

  private RateLimits rateLimits;

  @PostConstruct
  void openLimits() {
    rateLimits = store().rateLimits();
  }

  /** What the limits of this domain are counted with. */
  public RateLimits rateLimits() {
    return rateLimits;
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
    return new StoreReadiness("auth", store());
  }

  @Produces
  @Singleton
  EndedSessions endedSessions() {
    return EndedSessions.ofThisServer();
  }
}
