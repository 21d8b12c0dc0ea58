package dev.ticketing.platform.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.SessionEnded;
import dev.ticketing.platform.MovableClock;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import dev.ticketing.platform.session.EndedSessions;
import dev.ticketing.platform.session.TokenLifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionEndsTest {

  private static final String TOPIC = "sessions";
  private static final long PATIENCE = 30;
  private static final EventSchemas SCHEMAS = new EventSchemas();

  private final MovableClock clock = new MovableClock();
  private final EndedSessions ended = new EndedSessions();
  private final BlockingQueue<SessionsTopic> consumers = new LinkedBlockingQueue<>();
  private final List<SessionsTopic> used = new ArrayList<>();
  private final SessionEnds ends =
      new SessionEnds(this::next, SCHEMAS, ended, TokenLifetime.parse("10"), clock);
  private final Thread thread = new Thread(ends);

  private SessionsTopic next() {
    try {
      SessionsTopic next = consumers.take();
      used.add(next);
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The topic with what was sent to it so far, and when. */
  private final class SessionsTopic extends MockConsumer<String, String> {

    private final Map<Integer, TreeMap<Long, String>> sent = new ConcurrentHashMap<>();
    private volatile int partitions;

    SessionsTopic(int partitions) {
      super("none");
      this.partitions = partitions;
      for (int i = 0; i < 8; i++) {
        sent.put(i, new TreeMap<>());
        updateBeginningOffsets(Map.of(new TopicPartition(TOPIC, i), 0L));
        updateEndOffsets(Map.of(new TopicPartition(TOPIC, i), 0L));
      }
    }

    /** Before anybody listens. */
    SessionsTopic with(int partition, Instant time, String message) {
      sent.get(partition).put(time.toEpochMilli(), message);
      long end = sent.get(partition).size();
      updateEndOffsets(Map.of(new TopicPartition(TOPIC, partition), end));
      schedulePollTask(() -> addRecord(record(partition, end - 1, message)));
      return this;
    }

    /** While somebody listens. */
    void send(int partition, String message) {
      long offset = sent.get(partition).size();
      sent.get(partition).put(clock.instant().toEpochMilli() + offset, message);
      schedulePollTask(() -> addRecord(record(partition, offset, message)));
    }

    private ConsumerRecord<String, String> record(int partition, long offset, String message) {
      return new ConsumerRecord<>(TOPIC, partition, offset, "key", message);
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
      List<PartitionInfo> found = new ArrayList<>();
      for (int i = 0; i < partitions; i++) {
        found.add(new PartitionInfo(topic, i, null, null, null));
      }
      return found;
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return times.entrySet().stream()
          .filter(time -> messagesOf(time.getKey()).ceilingKey(time.getValue()) != null)
          .collect(Collectors.toMap(Map.Entry::getKey, time -> firstSince(time)));
    }

    private OffsetAndTimestamp firstSince(Map.Entry<TopicPartition, Long> time) {
      TreeMap<Long, String> messages = messagesOf(time.getKey());
      int before = messages.headMap(time.getValue()).size();
      return new OffsetAndTimestamp(before, messages.ceilingKey(time.getValue()));
    }

    private TreeMap<Long, String> messagesOf(TopicPartition partition) {
      return sent.get(partition.partition());
    }
  }

  private String end(String sessionId) {
    return EventJson.write(
        new Envelope<>(
            Identifier.next(),
            EventType.SessionEnded,
            sessionId,
            1,
            clock.instant(),
            new SessionEnded(
                new SessionEnded.Session(
                    sessionId,
                    Identifier.next(),
                    "SIGNED_OUT",
                    clock.instant().plus(Duration.ofMinutes(12))))));
  }

  private void listenTo(SessionsTopic topic) {
    consumers.add(topic);
    if (!thread.isAlive()) {
      thread.start();
    }
  }

  private void awaitHeard(String sessionId) {
    await().atMost(PATIENCE, SECONDS).until(() -> ended.contains(sessionId));
  }

  @AfterEach
  void stop() throws InterruptedException {
    ends.stop();
    thread.interrupt();
    thread.join();
  }

  @Test
  void whateverEndsIsHeardOnEveryPartition() {
    SessionsTopic topic = new SessionsTopic(4);
    listenTo(topic);
    await().atMost(PATIENCE, SECONDS).until(ended::isComplete);

    for (int partition = 0; partition < 4; partition++) {
      String session = Identifier.next();
      topic.send(partition, end(session));
      awaitHeard(session);
    }
  }

  @Test
  void aServerThatBeginsHearsFirstWhatEndedWithinTheLifetimeOfATokenAndNotWhatIsOlder() {
    String old = Identifier.next();
    String recent = Identifier.next();
    SessionsTopic topic =
        new SessionsTopic(2)
            .with(0, clock.instant().minus(Duration.ofHours(1)), end(old))
            .with(0, clock.instant().minus(Duration.ofMinutes(11)), end(recent));
    assertFalse(ended.isComplete());

    listenTo(topic);

    await().atMost(PATIENCE, SECONDS).until(ended::isComplete);
    assertTrue(ended.contains(recent));
    assertFalse(ended.contains(old));
  }

  @Test
  void whatIsNoEventIsPassedOver() {
    SessionsTopic topic = new SessionsTopic(1);
    listenTo(topic);
    await().atMost(PATIENCE, SECONDS).until(ended::isComplete);
    String session = Identifier.next();

    topic.send(0, "no event");
    topic.send(0, null);
    topic.send(0, "{\"type\":\"SessionEnded\"}");
    topic.send(0, end(session));

    awaitHeard(session);
    assertEquals(1, used.size());
  }

  @Test
  void aConsumerThatThrowsIsReplacedAndNothingIsMissed() {
    SessionsTopic broken = new SessionsTopic(1);
    broken.schedulePollTask(
        () -> {
          throw new WakeupException();
        });
    String session = Identifier.next();
    listenTo(broken);

    listenTo(new SessionsTopic(1).with(0, clock.instant(), end(session)));

    awaitHeard(session);
    assertTrue(broken.closed());
  }

  @Test
  void aTopicThatIsNotThereYetIsWaitedForAndTheServerIsNotReady() {
    listenTo(new SessionsTopic(0));
    await().atMost(PATIENCE, SECONDS).until(() -> used.size() == 1 && used.get(0).closed());
    assertFalse(ended.isComplete());

    listenTo(new SessionsTopic(1));

    await().atMost(PATIENCE, SECONDS).until(ended::isComplete);
  }

  @Test
  void partitionsThatAreAddedAreHeardToo() {
    SessionsTopic topic = new SessionsTopic(1);
    listenTo(topic);
    await().atMost(PATIENCE, SECONDS).until(ended::isComplete);
    String session = Identifier.next();

    topic.partitions = 2;
    consumers.add(new SessionsTopic(2).with(1, clock.instant(), end(session)));
    clock.pass(Duration.ofMinutes(1));

    awaitHeard(session);
  }

  @Test
  void whatNoTokenIsLeftOfIsForgotten() {
    listenTo(new SessionsTopic(1));
    await().atMost(PATIENCE, SECONDS).until(ended::isComplete);
    ended.add("over", clock.instant().plusSeconds(1));

    clock.pass(Duration.ofMinutes(1));

    await().atMost(PATIENCE, SECONDS).until(() -> !ended.contains("over"));
  }
}
