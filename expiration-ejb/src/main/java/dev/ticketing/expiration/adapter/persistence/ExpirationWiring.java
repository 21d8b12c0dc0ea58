package dev.ticketing.expiration.adapter.persistence;

import dev.ticketing.expiration.ExpirationModule;
import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.messaging.EmitterSender;
import dev.ticketing.platform.messaging.EventReceiver;
import dev.ticketing.platform.messaging.EventSender;
import dev.ticketing.platform.persistence.DomainStore;
import dev.ticketing.platform.time.Arrival;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Ties the platform's pieces to this domain's persistence unit and channel. */
@ApplicationScoped
public class ExpirationWiring {

  @PersistenceUnit(unitName = "expiration")
  private EntityManagerFactory factory;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject
  @Channel("expiration-out")
  private Emitter<ProducerRecord<String, String>> emitter;

  @Produces
  @Singleton
  @ExpirationModule
  EventSender sender() {
    return new EmitterSender(emitter);
  }

  @Produces
  @Singleton
  @ExpirationModule
  DomainStore store(@ExpirationModule EventSender sender, Clock clock) {
    return new DomainStore(factory, sender, scheduler, clock);
  }

  static void close(@Disposes @ExpirationModule DomainStore store) {
    store.close();
  }

  @Produces
  @Singleton
  @ExpirationModule
  EventReceiver receiver(EventSchemas schemas, @ExpirationModule EventSender sender) {
    return new EventReceiver(schemas, sender);
  }

  @Produces
  @Singleton
  @ExpirationModule
  Arrival orders(Clock clock) {
    return new Arrival(clock);
  }
}
