package dev.ticketing.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends through a domain's outgoing reactive-messaging channel. */
public final class EmitterSender implements EventSender {

  private final Emitter<ProducerRecord<String, String>> emitter;

  public EmitterSender(Emitter<ProducerRecord<String, String>> emitter) {
    this.emitter = emitter;
  }

  @Override
  public CompletionStage<Void> send(
      String topic, String key, String value, Map<String, String> headers) {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    try {
      emitter.send(
          Message.of(
              record,
              () -> {
                acknowledged.complete(null);
                return CompletableFuture.completedFuture(null);
              },
              failure -> {
                acknowledged.completeExceptionally(failure);
                return CompletableFuture.completedFuture(null);
              }));
    } catch (IllegalStateException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }
}
