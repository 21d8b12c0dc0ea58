package dev.ticketing.auth.application.provider;

import java.time.Instant;

/** Remembers which attempts have come back, for as long as they could come again. */
public interface SpentAttempts {

  /**
   * @return false when it was spent before, on any server
   */
  boolean spend(String state, Instant expiresAt);
}
