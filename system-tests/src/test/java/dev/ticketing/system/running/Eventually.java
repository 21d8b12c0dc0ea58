package dev.ticketing.system.running;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What one domain does after another's event becomes true soon, not at once. */
public final class Eventually {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);

  private Eventually() {}

  public static <T> void equal(T expected, Callable<T> actual) {
    equal(SOON, expected, actual);
  }

  public static <T> void equal(Duration within, T expected, Callable<T> actual) {
    await()
        .atMost(within)
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK_EVERY)
        .untilAsserted(() -> assertEquals(expected, actual.call()));
  }
}
