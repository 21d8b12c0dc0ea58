package dev.ticketing.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Remembers what it was sent, and acknowledges it unless it was told to do otherwise next. */
final class FakeBroker implements EventSender {

  record Sent(String topic, String key, String value, Map<String, String> headers) {}

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final Queue<Supplier<CompletionStage<Void>>> next = new ConcurrentLinkedQueue<>();

  @Override
  public CompletionStage<Void> send(
      String topic, String key, String value, Map<String, String> headers) {
    sent.add(new Sent(topic, key, value, headers));
    Supplier<CompletionStage<Void>> answer = next.poll();
    return answer == null ? CompletableFuture.completedFuture(null) : answer.get();
  }

  /** The next message is acknowledged when, or fails as, the returned future says. */
  CompletableFuture<Void> holdNext() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    next.add(() -> answer);
    return answer;
  }

  void failNext() {
    holdNext().completeExceptionally(new IllegalStateException("not acknowledged"));
  }

  void throwNext() {
    next.add(
        () -> {
          throw new IllegalArgumentException("not even taken");
        });
  }

  List<Sent> sent() {
    return sent;
  }

  List<String> values() {
    return sent.stream().map(Sent::value).toList();
  }
}
