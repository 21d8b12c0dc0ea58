package dev.ticketing.orders.adapter.persistence;

import dev.ticketing.orders.application.ReservationWindow;
import dev.ticketing.platform.health.StoreReadiness;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Ties the platform's pieces to this domain's persistence unit and channel. */
@ApplicationScoped
public class OrdersWiring {

  @PersistenceUnit(unitName = "orders")
  private EntityManagerFactory factory;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject
  @Channel("orders-out")
  private Emitter<ProducerRecord<String, String>> emitter;

  @Produces
  @Singleton
  EventSender sender() {
    return new EmitterSender(emitter);
  }

  @Produces
  @Singleton
  DomainStore store(EventSender sender, Clock clock) {
    return new DomainStore(factory, sender, scheduler, clock);
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck readiness(DomainStore store) {
    return new StoreReadiness("orders", store);
  }

  static void close(@Disposes DomainStore store) {
    store.close();
  }

  @Produces
  @Singleton
  EventReceiver receiver(EventSchemas schemas, EventSender sender) {
    return new EventReceiver(schemas, sender);
  }

  @Produces
  @Singleton
  ReservationWindow window(
      @ConfigProperty(name = "RESERVATION_TIMEOUT", defaultValue = "15") String timeout) {
    return ReservationWindow.parse(timeout);
  }

  @Produces
  @Singleton
  Arrival tickets(Clock clock) {
    return new Arrival(clock);
  }
}
