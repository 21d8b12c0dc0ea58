package dev.ticketing.system.guarded;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.running.SecondServer;
import dev.ticketing.system.running.Ticketing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A server with all that bounds abuse in force, beside the one of the other tests, which sets it
 * aside: short windows, a proxy at 127.0.0.1 that is trusted, one origin that is allowed.
 */
final class GuardedServer implements AutoCloseable {

  static final int GUESSES = 10;
  static final int GUESSES_OF_AN_ADDRESS = 40;
  static final int HOLDS = 10;
  static final int ORDERS = 90;
  static final int SIGN_UPS = Integer.getInteger("signups", 40);
  static final int SIGN_UPS_ALLOWED = SIGN_UPS / 2;
  static final String APP = "https://app.example";

  private static final int REFUSED_TOO_OFTEN = 429;
  private static final int OVERLOADED = 503;
  private static final Map<String, String> IN_FORCE =
      Map.of(
          "RATE_LIMIT_ENABLED",
          "true",
          "RATE_LIMIT_SIGNIN_ACCOUNT",
          GUESSES + "/PT20S",
          "RATE_LIMIT_SIGNIN_ADDRESS",
          GUESSES_OF_AN_ADDRESS + "/PT10M",
          "RATE_LIMIT_SIGNUP_ADDRESS",
          SIGN_UPS_ALLOWED + "/PT10M",
          "RATE_LIMIT_ORDER_USER",
          ORDERS + "/PT1M",
          "MAX_HOLDS_PER_USER",
          String.valueOf(HOLDS),
          "TRUSTED_PROXIES",
          "127\\.0\\.0\\.1",
          "CORS_ALLOWED_ORIGINS",
          APP);

  private final SecondServer server;
  private final Wire wire;

  private GuardedServer(SecondServer server) {
    this.server = server;
    this.wire = new Wire(server.uri());
  }

  static GuardedServer start(Ticketing ticketing) {
    SecondServer server = ticketing.machinery().startSecondServer(IN_FORCE);
    server.awaitReady();
    return new GuardedServer(server);
  }

  Wire wire() {
    return wire;
  }

  URI uri() {
    return server.uri();
  }

  URI secureUri() {
    return server.secureUri();
  }

  /** What it has of the machine's memory. */
  OptionalLong megabytes() {
    return server.megabytes();
  }

  /** Somebody whose address a trusted proxy tells. */
  Visitor visitorFrom(String address) {
    return new Visitor(wire, Map.of("X-Forwarded-For", address));
  }

  /** A server that is busy hashing passwords asks to come again, which is done here. */
  Answer signIn(String email, String password, String address) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .until(
            () ->
                visitorFrom(address)
                    .post("/api/users/signin", Map.of("email", email, "password", password)),
            answer -> answer.status() != OVERLOADED);
  }

  Answer signIn(User user, String address) {
    return signIn(user.email(), User.PASSWORD, address);
  }

  /** One that nobody else has, most likely. */
  static String anAddress() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "10." + random.nextInt(250) + "." + random.nextInt(250) + "." + random.nextInt(250);
  }

  /** The answer is 429 or 503, says when to come again, and why. */
  static void assertAsksToWait(Answer answer) {
    assertTrue(List.of(REFUSED_TOO_OFTEN, OVERLOADED).contains(answer.status()), answer::toString);
    assertNotNull(answer.header("Retry-After"));
    int seconds = Integer.parseInt(answer.header("Retry-After"));
    assertTrue(seconds >= 1 && seconds <= 600, () -> "Retry-After: " + seconds);
    assertFalse(answer.json().path("errors").path(0).path("message").asText().isBlank());
  }

  @Override
  public void close() {
    wire.close();
    server.close();
  }
}
