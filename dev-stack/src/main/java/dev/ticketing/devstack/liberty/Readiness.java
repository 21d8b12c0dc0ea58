package dev.ticketing.devstack.liberty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a server's readiness endpoint again and again, for as long as the server lives. */
final class Readiness {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final HttpRequest request;

  Readiness(URI server) {
    this.request =
        HttpRequest.newBuilder(server.resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
  }

  /** Whether the server became ready before it ended or the time was up. */
  boolean await(Duration time, BooleanSupplier alive) {
    Instant deadline = Instant.now().plus(time);
    try {
      while (alive.getAsBoolean() && Instant.now().isBefore(deadline)) {
        if (isReady()) {
          return true;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private boolean isReady() throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
