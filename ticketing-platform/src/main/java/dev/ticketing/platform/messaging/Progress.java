package dev.ticketing.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer has come, and how far Kafka knows it. What cannot be committed now is
 * committed later; until then it would come again, which changes nothing.
 */
final class Progress implements ConsumerRebalanceListener {

  private static final System.Logger LOG = System.getLogger(Progress.class.getName());
  private static final long EVERY_NANOS = 500_000_000;
  private static final Duration LAST_TRY = Duration.ofSeconds(2);

  private final Consumer<String, String> consumer;
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private long committedAt = System.nanoTime();

  Progress(Consumer<String, String> consumer) {
    this.consumer = consumer;
  }

  void done(ConsumerRecord<String, String> record) {
    done.put(partitionOf(record), new OffsetAndMetadata(record.offset() + 1));
  }

  boolean isOurs(ConsumerRecord<String, String> record) {
    return consumer.assignment().contains(partitionOf(record));
  }

  private static TopicPartition partitionOf(ConsumerRecord<String, String> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** Commits now and then, without waiting for it. */
  void commitIfDue() {
    long now = System.nanoTime();
    if (done.isEmpty() || now - committedAt < EVERY_NANOS) {
      return;
    }
    committedAt = now;
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(done);
    done.clear();
    try {
      consumer.commitAsync(offsets, (sent, failure) -> keepIf(failure, offsets));
    } catch (KafkaException e) {
      keepIf(e, offsets);
    }
  }

  private void keepIf(Exception failure, Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (failure != null) {
      offsets.keySet().retainAll(consumer.assignment());
      offsets.forEach(done::putIfAbsent);
    }
  }

  /** Commits everything and waits for it, but not for long. */
  void commitNow() {
    if (!done.isEmpty()) {
      try {
        consumer.commitSync(new HashMap<>(done), LAST_TRY);
        done.clear();
      } catch (KafkaException e) {
        LOG.log(System.Logger.Level.INFO, "Applied but not committed, may come again: " + e);
      }
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // goes on where the group has committed
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commitNow();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    done.keySet().removeAll(partitions);
  }
}
