package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates the topics that are missing, once in the life of a server, as soon as the broker can be
 * reached. Existing topics keep the partitions and settings they have.
 */
@ApplicationScoped
public class TopicsAtStartup implements Runnable {

  private static final System.Logger LOG = System.getLogger(TopicsAtStartup.class.getName());
  private static final long TIMEOUT_SECONDS = 10;
  private static final long PAUSE_MILLIS = 1_000;

  private String bootstrapServers;
  private int partitions;
  private Thread thread;

  /** For the container's proxy. */
  protected TopicsAtStartup() {}

  @Inject
  public TopicsAtStartup(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "kafka.topic.partitions", defaultValue = "4") int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
  }

  void begin(@Observes Startup event) {
    thread = new Thread(this, "topics");
    thread.setContextClassLoader(Admin.class.getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes Shutdown event) {
    thread.interrupt();
  }

  @Override
  public void run() {
    List<String> wanted =
        Stream.of(Topic.values())
            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
            .toList();
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            PAUSE_MILLIS);
    try (Admin admin = Admin.create(config)) {
      while (!created(admin, wanted)) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean created(Admin admin, List<String> wanted) throws InterruptedException {
    try {
      Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          wanted.stream()
              .filter(topic -> !present.contains(topic))
              .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty()))
              .toList();
      admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.INFO, "Topics not yet created: " + e.getCause());
      return e.getCause() instanceof TopicExistsException;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
