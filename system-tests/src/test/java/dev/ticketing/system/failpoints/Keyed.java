package dev.ticketing.system.failpoints;

import static org.awaitility.Awaitility.await;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A request that its user sends again and again with one key, until it is answered for good. */
final class Keyed {

  /** Longer than a key is reserved for a request that did not end. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(25);

  private final Map<String, String> header =
      Map.of("Idempotency-Key", UUID.randomUUID().toString());
  private final User user;
  private final String path;
  private final Object body;

  Keyed(User user, String path, Object body) {
    this.user = user;
    this.path = path;
    this.body = body;
  }

  /** The answer that says what came of it. */
  Answer answer() {
    return await()
        .atMost(ANSWERED_WITHIN)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> user.post(path, body, header), answer -> !isOpen(answer));
  }

  private static boolean isOpen(Answer answer) {
    return answer.status() == 202 || answer.status() == 409 && answer.text().contains("underway");
  }

  static boolean isReplay(Answer answer) {
    return "true".equals(answer.header("Idempotency-Replayed"));
  }
}
