package dev.ticketing.devstack.stripe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The merchant's webhook endpoint, wherever it is at the moment, and what it wants to hear of. */
final class WebhookReceiver {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);

  private volatile Supplier<URI> url;
  private volatile Set<String> wanted = Set.of();
  private final WebhookSignature signature;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  WebhookReceiver(Supplier<URI> url, WebhookSignature signature, Clock clock) {
    this.url = url;
    this.signature = signature;
    this.clock = clock;
  }

  void moveTo(Supplier<URI> newUrl) {
    url = newUrl;
  }

  /**
   * @param types of events; none for all
   */
  void wantOnly(Set<String> types) {
    wanted = Set.copyOf(types);
  }

  boolean wants(String type) {
    return url.get() != null && (wanted.isEmpty() || wanted.contains(type));
  }

  /** Whether the receiver took the payload, signed as of now. */
  boolean accepts(byte[] payload) {
    URI target = url.get();
    if (target == null) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Stripe/1.0 (sandbox)")
            .header("Stripe-Signature", signature.header(clock.instant().getEpochSecond(), payload))
            .POST(HttpRequest.BodyPublishers.ofByteArray(payload))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      LOG.debug("No answer from the webhook receiver at {}", target, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
