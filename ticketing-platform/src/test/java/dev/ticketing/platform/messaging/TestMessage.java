package dev.ticketing.platform.messaging;

import dev.ticketing.platform.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A message from a topic that remembers how it was answered. */
final class TestMessage implements Message<String> {

  private final ConsumerRecord<String, String> record;
  private final CompletableFuture<Void> acknowledgement;
  private int acks;
  private int nacks;

  private TestMessage(String key, String payload, CompletableFuture<Void> acknowledgement) {
    this.acknowledgement = acknowledgement;
    int size = payload == null ? 0 : payload.getBytes(StandardCharsets.UTF_8).length;
    record =
        new ConsumerRecord<>(
            "orders",
            2,
            41,
            0,
            TimestampType.CREATE_TIME,
            0,
            size,
            key,
            payload,
            new RecordHeaders(),
            Optional.empty());
  }

  TestMessage(String payload) {
    this(SampleEvents.ID, payload, CompletableFuture.completedFuture(null));
  }

  static TestMessage withKey(String key, String payload) {
    return new TestMessage(key, payload, CompletableFuture.completedFuture(null));
  }

  static TestMessage thatCannotBeAcknowledged(String payload) {
    return new TestMessage(
        SampleEvents.ID,
        payload,
        CompletableFuture.failedFuture(new IllegalStateException("partition lost")));
  }

  @Override
  public String getPayload() {
    return record.value();
  }

  @Override
  public CompletionStage<Void> ack() {
    acks++;
    return acknowledgement;
  }

  @Override
  public CompletionStage<Void> nack(Throwable reason) {
    nacks++;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public <C> C unwrap(Class<C> type) {
    return type.cast(record);
  }

  boolean isAcknowledged() {
    return acks == 1 && nacks == 0;
  }

  boolean isUnanswered() {
    return acks == 0 && nacks == 0;
  }

  @Override
  public String toString() {
    return "message of " + record.serializedValueSize() + " bytes with key " + record.key();
  }
}
