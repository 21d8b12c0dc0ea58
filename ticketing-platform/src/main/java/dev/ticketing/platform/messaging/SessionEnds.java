package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.SessionEnded;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.json.MalformedEvent;
import dev.ticketing.platform.session.EndedSessions;
import dev.ticketing.platform.session.TokenLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Hears of every session that ends. It is in no consumer group, since every server has to hear all;
 * instead it begins where the sessions ended whose tokens could still be good. Whatever the
 * consumer throws, it is replaced by a new one, which begins there again.
 */
final class SessionEnds implements Runnable {

  private static final System.Logger LOG = System.getLogger(SessionEnds.class.getName());
  private static final String TOPIC = Topic.SESSIONS.topicName();
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 500;

  private final Supplier<Consumer<String, String>> consumers;
  private final EventSchemas schemas;
  private final EndedSessions ended;
  private final TokenLifetime lifetime;
  private final Clock clock;
  private volatile boolean stopping;
  private boolean quiet;

  SessionEnds(
      Supplier<Consumer<String, String>> consumers,
      EventSchemas schemas,
      EndedSessions ended,
      TokenLifetime lifetime,
      Clock clock) {
    this.consumers = consumers;
    this.schemas = schemas;
    this.ended = ended;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      try (Consumer<String, String> consumer = consumers.get()) {
        listen(consumer);
      } catch (RuntimeException e) {
        tellOf(e);
      }
      ended.forgetBefore(clock.instant());
      pause();
    }
  }

  /** Returns when the topic is not there, or no longer has the partitions it had. */
  private void listen(Consumer<String, String> consumer) {
    Set<TopicPartition> partitions = partitionsBy(consumer);
    consumer.assign(partitions);
    begin(consumer, partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Instant housekeeping = clock.instant().plus(HOUSEKEEPING);
    while (!stopping && !partitions.isEmpty()) {
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        hear(record);
      }
      if (!ended.isComplete()
          && ends.entrySet().stream()
              .allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
        ended.complete();
      }
      quiet = false;
      if (clock.instant().isAfter(housekeeping)) {
        ended.forgetBefore(clock.instant());
        housekeeping = clock.instant().plus(HOUSEKEEPING);
        if (!partitions.equals(partitionsBy(consumer))) {
          return;
        }
      }
    }
  }

  private static Set<TopicPartition> partitionsBy(Consumer<String, String> consumer) {
    return consumer.partitionsFor(TOPIC).stream()
        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
        .collect(Collectors.toSet());
  }

  private void begin(Consumer<String, String> consumer, Set<TopicPartition> partitions) {
    long first = lifetime.firstThatMatters(clock.instant()).toEpochMilli();
    Map<TopicPartition, OffsetAndTimestamp> begins =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(Function.identity(), p -> first)));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp begin = begins.get(partition);
      if (begin == null) {
        consumer.seekToEnd(Set.of(partition));
      } else {
        consumer.seek(partition, begin.offset());
      }
    }
  }

  private void hear(ConsumerRecord<String, String> record) {
    try {
      if (schemas.read(record.value()).data() instanceof SessionEnded end) {
        ended.add(end.session().id(), end.session().tokensExpireAt());
      }
    } catch (MalformedEvent e) {
      String place = record.topic() + "-" + record.partition() + "@" + record.offset();
      LOG.log(System.Logger.Level.WARNING, "No event at " + place + ": " + e.getMessage());
    }
  }

  private void tellOf(RuntimeException failure) {
    if (!quiet && !stopping) {
      LOG.log(System.Logger.Level.WARNING, "Ends of sessions are not heard for now: " + failure);
    }
    quiet = true;
  }

  private void pause() {
    try {
      Thread.sleep(stopping ? 0 : PAUSE_MILLIS);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
