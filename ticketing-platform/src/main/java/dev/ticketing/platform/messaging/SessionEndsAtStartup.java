package dev.ticketing.platform.messaging;

import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.session.EndedSessions;
import dev.ticketing.platform.session.TokenLifetime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a server hear of the ends of sessions from its start on, in a thread of its own. */
@ApplicationScoped
public class SessionEndsAtStartup {

  private static final long GRACE_MILLIS = 5_000;
  private static final int IMPATIENCE_MILLIS = 5_000;
  private static final int RECONNECT_MILLIS = 1_000;

  private SessionEnds ends;
  private Thread thread;

  /** For the container's proxy. */
  protected SessionEndsAtStartup() {}

  @Inject
  public SessionEndsAtStartup(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = TokenLifetime.VARIABLE, defaultValue = TokenLifetime.DEFAULT)
          String lifetime,
      EventSchemas schemas,
      Clock clock) {
    Map<String, Object> settings = settings(bootstrapServers);
    StringDeserializer text = new StringDeserializer();
    ends =
        new SessionEnds(
            () -> new KafkaConsumer<>(settings, text, text),
            schemas,
            EndedSessions.ofThisServer(),
            TokenLifetime.parse(lifetime),
            clock);
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        ConsumerConfig.CLIENT_ID_CONFIG, "ended-sessions",
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
        ConsumerConfig.METADATA_MAX_AGE_CONFIG, IMPATIENCE_MILLIS,
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, IMPATIENCE_MILLIS,
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, IMPATIENCE_MILLIS,
        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
  }

  void begin(@Observes Startup event) {
    thread = new Thread(ends, "ends of sessions");
    thread.setContextClassLoader(KafkaConsumer.class.getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes Shutdown event) throws InterruptedException {
    ends.stop();
    thread.join(GRACE_MILLIS);
  }
}
