package dev.ticketing.platform.messaging;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;

/**
 * The connector of incoming channels. Liberty's own ends a channel, until the server is started
 * again, when offsets cannot be committed because the broker is away, which under load happens in
 * every outage; a feed of this one survives whatever the broker does. It also keeps no thread of
 * the server's pool, and hands out nothing before the application has started.
 */
@Connector(KafkaFeeds.NAME)
@ApplicationScoped
public class KafkaFeeds implements IncomingConnectorFactory {

  /** The connector's name in the configuration. */
  public static final String NAME = "ticketing-kafka";

  /** Each domain has a bean of its own, the health of the server looks at all. */
  private static final Map<String, TopicFeed> BY_CHANNEL = new ConcurrentHashMap<>();

  private static final int FIRST_OF_ALL = Interceptor.Priority.PLATFORM_BEFORE;

  private final List<TopicFeed> feeds = new ArrayList<>();
  private boolean started;

  @Override
  public PublisherBuilder<Message<String>> getPublisherBuilder(Config channel) {
    String topic = channel.getValue("topic", String.class);
    Map<String, Object> settings = settingsOf(channel);
    StringDeserializer text = new StringDeserializer();
    TopicFeed feed = new TopicFeed(topic, () -> new KafkaConsumer<>(settings, text, text));
    add(feed);
    BY_CHANNEL.put(channel.getValue("channel-name", String.class), feed);
    return ReactiveStreams.generate(() -> feed).flatMapCompletionStage(TopicFeed::next);
  }

  /** How long a record of this channel has been waiting to be taken, or to be done with. */
  public static Duration waiting(String channel) {
    TopicFeed feed = BY_CHANNEL.get(channel);
    return feed == null ? Duration.ZERO : feed.waiting();
  }

  private static Map<String, Object> settingsOf(Config channel) {
    Map<String, Object> settings = new HashMap<>();
    for (String name : ConsumerConfig.configNames()) {
      channel.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value));
    }
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }

  private synchronized void add(TopicFeed feed) {
    feeds.add(feed);
    if (started) {
      feed.start();
    }
  }

  synchronized void begin(@Observes Startup event) {
    started = true;
    feeds.forEach(TopicFeed::start);
  }

  /**
   * Lets every feed finish what it has handed out and leave its group, before those who work on
   * that are told to end.
   */
  synchronized void end(@Observes @Priority(FIRST_OF_ALL) Shutdown event) {
    feeds.forEach(TopicFeed::stop);
    feeds.forEach(TopicFeed::awaitEnd);
  }
}
