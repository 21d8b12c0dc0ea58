package dev.ticketing.platform.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A message from a topic that remembers how it was answered. */
final class TestMessage implements Message<String> {

  private final ConsumerRecord<String, String> record;
  private volatile int acks;
  private volatile int nacks;

  TestMessage(String payload) {
    record = new ConsumerRecord<>("orders", 2, 41, "the key", payload);
  }

  @Override
  public String getPayload() {
    return record.value();
  }

  @Override
  public CompletionStage<Void> ack() {
    acks++;
    return CompletableFuture.completedFuture(null);
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

  boolean isReturned() {
    return acks == 0 && nacks == 1;
  }
}
