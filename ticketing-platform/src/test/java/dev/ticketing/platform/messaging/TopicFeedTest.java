package dev.ticketing.platform.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicFeedTest {

  private static final String TOPIC = "orders";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final long PATIENCE = 30;

  private final Queue<MockConsumer<String, String>> consumers = new ArrayDeque<>();
  private final TopicFeed feed = new TopicFeed(TOPIC, consumers::remove);

  /** Throws when offsets are first committed, as Kafka's may do while the broker is away. */
  private static final class Unlucky extends MockConsumer<String, String> {

    private boolean hasThrown;

    Unlucky() {
      super("earliest");
    }

    @Override
    public synchronized void commitAsync(
        Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
      if (hasThrown) {
        super.commitAsync(offsets, callback);
      } else {
        hasThrown = true;
        throw new WakeupException();
      }
    }
  }

  @AfterEach
  void stop() {
    feed.stop();
    feed.awaitEnd();
  }

  private <C extends MockConsumer<String, String>> C prepared(C consumer, String... values) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          for (int i = 0; i < values.length; i++) {
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, i, "key", values[i]));
          }
        });
    consumers.add(consumer);
    return consumer;
  }

  private MockConsumer<String, String> prepared(String... values) {
    return prepared(new MockConsumer<>("earliest"), values);
  }

  private Message<String> next() throws Exception {
    return feed.next().toCompletableFuture().get(PATIENCE, SECONDS);
  }

  private void handsOut(String expected) throws Exception {
    Message<String> message = next();
    assertEquals(expected, message.getPayload());
    message.ack();
  }

  private static long committedBy(MockConsumer<String, String> consumer) {
    OffsetAndMetadata committed = consumer.committed(Set.of(PARTITION)).get(PARTITION);
    return committed == null ? 0 : committed.offset();
  }

  @Test
  void recordsComeInTheirOrderAndAreCommitted() throws Exception {
    MockConsumer<String, String> consumer = prepared("one", "two", "three");
    feed.start();

    handsOut("one");
    handsOut("two");
    handsOut("three");

    await().atMost(PATIENCE, SECONDS).until(() -> committedBy(consumer) == 3);
  }

  @Test
  void theNextRecordWaitsForTheEndOfTheOneBefore() throws Exception {
    prepared("one", "two");
    feed.start();
    Message<String> first = next();

    var second = feed.next().toCompletableFuture();

    assertThrows(TimeoutException.class, () -> second.get(1_500, TimeUnit.MILLISECONDS));
    first.ack();
    assertEquals("two", second.get(PATIENCE, SECONDS).getPayload());
    second.get().ack();
  }

  @Test
  void aConsumerStaysInItsGroupHoweverLongARecordTakes() throws Exception {
    MockConsumer<String, String> consumer = prepared("one", "two");
    feed.start();
    Message<String> first = next();

    await().atMost(PATIENCE, SECONDS).until(() -> !consumer.paused().isEmpty());

    assertFalse(consumer.closed());
    first.ack();
    handsOut("two");
    await().atMost(PATIENCE, SECONDS).until(() -> consumer.paused().isEmpty());
  }

  @Test
  void aRecordThatIsGivenBackComesAgain() throws Exception {
    MockConsumer<String, String> first = prepared("one");
    prepared("one", "two");
    feed.start();

    next().nack(new IllegalStateException("not now"));

    handsOut("one");
    handsOut("two");
    assertTrue(first.closed());
  }

  @Test
  void aConsumerThatThrowsIsReplaced() throws Exception {
    MockConsumer<String, String> broken = new MockConsumer<>("earliest");
    broken.schedulePollTask(
        () -> {
          throw new WakeupException();
        });
    consumers.add(broken);
    prepared("one");
    feed.start();

    handsOut("one");

    assertTrue(broken.closed());
  }

  @Test
  void aCommitThatFailsDoesNotEndTheFeed() throws Exception {
    Unlucky unlucky = prepared(new Unlucky(), "one", "two");
    feed.start();

    handsOut("one");
    handsOut("two");

    await().atMost(PATIENCE, SECONDS).until(() -> committedBy(unlucky) == 2);
    assertTrue(unlucky.hasThrown);
  }

  @Test
  void aFeedThatStopsCommitsWhatIsDoneAndLeavesItsGroup() throws Exception {
    MockConsumer<String, String> consumer = prepared("one", "two");
    feed.start();
    Message<String> first = next();

    feed.stop();
    first.ack();
    feed.awaitEnd();

    assertTrue(consumer.closed());
  }
}
