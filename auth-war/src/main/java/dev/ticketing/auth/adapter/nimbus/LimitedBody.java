package dev.ticketing.auth.adapter.nimbus;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The text of an answer, as long as it is not longer than any honest one. */
final class LimitedBody implements BodySubscriber<String> {

  private static final int LONGEST = 256 * 1024;

  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
  private Subscription subscription;
  private long received;

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    text.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    received += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received <= LONGEST) {
      text.onNext(part);
    } else {
      subscription.cancel();
      text.onError(new IOException("The answer is longer than " + LONGEST + " bytes"));
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.onError(failure);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
