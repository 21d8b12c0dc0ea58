package dev.ticketing.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells the log of tokens that the container did not accept, at most once a minute: anybody can
 * send as many as he likes, but a key that does not fit must not go unnoticed. The container's own
 * message for each of them is hidden by the server's configuration.
 */
final class RefusedTokens {

  private static final System.Logger LOG = System.getLogger(RefusedTokens.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant nextReport = Instant.MIN;
  private long unreported;

  RefusedTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * @return whether this one was reported, together with those counted since the last report
   */
  synchronized boolean count() {
    unreported++;
    Instant now = clock.instant();
    if (now.isBefore(nextReport)) {
      return false;
    }
    LOG.log(System.Logger.Level.WARNING, "Requests with a token that was refused: {0}", unreported);
    unreported = 0;
    nextReport = now.plus(PAUSE);
    return true;
  }
}
