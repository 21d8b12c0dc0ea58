package dev.ticketing.platform;

import dev.ticketing.platform.health.ChannelLiveness;
import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.messaging.DeadLetters;
import dev.ticketing.platform.messaging.EmitterSender;
import dev.ticketing.platform.messaging.EventReceiver;
import dev.ticketing.platform.messaging.EventSender;
import dev.ticketing.platform.messaging.IncomingChannels;
import dev.ticketing.platform.persistence.DomainStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * What a domain stands on, tied to its own persistence unit and channel: the store of its
 * aggregates, the way out of its events and the way in of those of others. Each domain has one
 * subclass, which names the unit and the channel; its adapters ask that for what they need.
 */
public abstract class Domain {

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private EventSchemas schemas;
  @Inject private Clock clock;

  private final Map<String, EventReceiver> receivers = new ConcurrentHashMap<>();
  private EventSender sender;
  private DomainStore store;

  /** The persistence unit of this domain. */
  protected abstract EntityManagerFactory entities();

  /** The channel on which this domain's events leave. */
  protected abstract Emitter<ProducerRecord<String, String>> events();

  @PostConstruct
  void open() {
    sender = new EmitterSender(events());
    store = new DomainStore(entities(), sender, scheduler, clock);
  }

  @PreDestroy
  void close() {
    store.close();
  }

  public DomainStore store() {
    return store;
  }

  /** The way in of the events on a channel of this domain. */
  public EventReceiver receiver(String channel) {
    return receivers.computeIfAbsent(
        channel,
        name -> {
          String group = IncomingChannels.groupOf(name);
          return new EventReceiver(schemas, new DeadLetters(group, sender, scheduler), scheduler);
        });
  }

  /**
   * Says whether the consumers of this domain are alive.
   *
   * @param domain what the names of its channels begin with
   */
  public ChannelLiveness livenessOf(String domain) {
    return new ChannelLiveness(domain, channel -> receiver(channel).inHand());
  }
}
