package dev.ticketing.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hands out the records of one topic, one after the other, each when the one before it is done
 * with. It has a thread of its own, which alone touches the consumer. However long a record takes,
 * the consumer stays in its group; whatever the consumer throws, it is replaced by a new one, which
 * goes on after the last commit.
 */
final class TopicFeed {

  private static final System.Logger LOG = System.getLogger(TopicFeed.class.getName());
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long STAY_IN_GROUP_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long GRACE_MILLIS = 10_000;

  private final String topic;
  private final Supplier<Consumer<String, String>> consumers;
  private final BlockingQueue<CompletableFuture<Message<String>>> wanted =
      new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean stopping;
  private volatile Instant waitingSince;

  TopicFeed(String topic, Supplier<Consumer<String, String>> consumers) {
    this.topic = topic;
    this.consumers = consumers;
    this.thread = new Thread(this::run, "feed of " + topic);
    this.thread.setDaemon(true);
    this.thread.setContextClassLoader(TopicFeed.class.getClassLoader());
  }

  /** The next record, as soon as there is one. */
  CompletionStage<Message<String>> next() {
    CompletableFuture<Message<String>> next = new CompletableFuture<>();
    wanted.add(next);
    return next;
  }

  void start() {
    thread.start();
  }

  /** How long a record has been waiting to be taken, or to be done with; zero when none is. */
  Duration waiting() {
    Instant since = waitingSince;
    return since == null ? Duration.ZERO : Duration.between(since, Instant.now());
  }

  /** No record is handed out from now on; the one that is underway may end. */
  void stop() {
    stopping = true;
  }

  void awaitEnd() {
    try {
      thread.join(GRACE_MILLIS);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try (Consumer<String, String> consumer = consumers.get()) {
        consume(consumer);
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "The feed of " + topic + " starts over: " + e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consume(Consumer<String, String> consumer) throws Exception {
    waitingSince = null;
    Progress progress = new Progress(consumer);
    consumer.subscribe(Set.of(topic), progress);
    while (!stopping) {
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        if (progress.isOurs(record) && !stopping) {
          handOut(record, consumer, progress);
        }
      }
      progress.commitIfDue();
    }
    progress.commitNow();
  }

  private void handOut(
      ConsumerRecord<String, String> record, Consumer<String, String> consumer, Progress progress)
      throws Exception {
    waitingSince = Instant.now();
    CompletableFuture<Message<String>> next = wanted.poll();
    while (next == null && !stopping) {
      next = wanted.poll(STAY_IN_GROUP_MILLIS, TimeUnit.MILLISECONDS);
      stayInGroup(consumer);
    }
    if (next != null) {
      ReceivedRecord received = new ReceivedRecord(record);
      next.complete(received);
      awaitEndOf(received, consumer);
      progress.done(record);
      progress.commitIfDue();
      consumer.resume(consumer.paused());
    }
    waitingSince = null;
  }

  private static void awaitEndOf(ReceivedRecord received, Consumer<String, String> consumer)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        received.end().get(STAY_IN_GROUP_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        stayInGroup(consumer);
      }
    }
  }

  /** Kafka takes a consumer that does not poll for dead; this one polls without taking anything. */
  private static void stayInGroup(Consumer<String, String> consumer) {
    consumer.pause(consumer.assignment());
    ConsumerRecords<String, String> none = consumer.poll(Duration.ZERO);
    for (TopicPartition justAssigned : none.partitions()) {
      consumer.seek(justAssigned, none.records(justAssigned).get(0).offset());
    }
  }
}
