package dev.ticketing.testing.probe;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what is bound to happen, long enough for a busy machine. */
public final class Patiently {

  private Patiently() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(100));
  }
}
