package dev.ticketing.platform.messaging;

import java.time.Duration;

/** Whether a consumer has a message in hand, and for how long it has been applying it. */
public final class InHand {

  private volatile boolean held;
  private volatile Long since;

  void take() {
    held = true;
  }

  void letGo() {
    held = false;
  }

  void begin() {
    since = System.nanoTime();
  }

  void end() {
    since = null;
  }

  /**
   * Whether there is a message that is not done with, be it that it is applied or that it waits.
   */
  public boolean isHeld() {
    return held;
  }

  /** How long the present attempt takes so far; zero while there is none, or the message waits. */
  public Duration attempt() {
    Long begun = since;
    return begun == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
  }
}
