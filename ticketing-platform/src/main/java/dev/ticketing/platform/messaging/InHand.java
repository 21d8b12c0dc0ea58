package dev.ticketing.platform.messaging;

import java.time.Duration;

/** Whether a consumer is applying an event right now, and for how long it has been. */
public final class InHand {

  private volatile Long since;

  void begin() {
    since = System.nanoTime();
  }

  void end() {
    since = null;
  }

  /** How long the present attempt takes so far; zero while there is none, or an event waits. */
  public Duration attempt() {
    Long begun = since;
    return begun == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
  }
}
