package dev.ticketing.platform.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A record on its way through the application, which tells its feed what became of it. */
final class ReceivedRecord implements Message<String> {

  private final ConsumerRecord<String, String> record;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  ReceivedRecord(ConsumerRecord<String, String> record) {
    this.record = record;
  }

  @Override
  public String getPayload() {
    return record.value();
  }

  @Override
  public Supplier<CompletionStage<Void>> getAck() {
    return () -> {
      end.complete(null);
      return CompletableFuture.completedStage(null);
    };
  }

  @Override
  public Function<Throwable, CompletionStage<Void>> getNack() {
    return reason -> {
      end.completeExceptionally(reason);
      return CompletableFuture.completedStage(null);
    };
  }

  @Override
  public <C> C unwrap(Class<C> type) {
    return type.cast(record);
  }

  /** Completes when the application is done with it; exceptionally when it was given back. */
  CompletableFuture<Void> end() {
    return end;
  }
}
