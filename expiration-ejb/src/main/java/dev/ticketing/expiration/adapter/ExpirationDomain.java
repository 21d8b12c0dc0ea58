package dev.ticketing.expiration.adapter;

import dev.ticketing.platform.Domain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** This domain's own store and events. */
@ApplicationScoped
public class ExpirationDomain extends Domain {

  @PersistenceUnit(unitName = "expiration")
  private EntityManagerFactory entities;

  @Inject
  @Channel("expiration-out")
  private Emitter<ProducerRecord<String, String>> events;

  @Override
  protected EntityManagerFactory entities() {
    return entities;
  }

  @Override
  protected Emitter<ProducerRecord<String, String>> events() {
    return events;
  }
}
