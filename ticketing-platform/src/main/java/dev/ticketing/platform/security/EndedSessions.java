package dev.ticketing.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that ended before their tokens did: signed out, so the token is dead though its
 * signature is good. Shared by all applications of a server; entries go when the token has expired
 * and no difference between clocks can make it pass any more.
 */
public final class EndedSessions {

  private static final int SWEEP_EVERY = 256;
  private static final Duration LARGEST_CLOCK_SKEW = Duration.ofMinutes(5);
  private static final EndedSessions OF_THIS_SERVER = new EndedSessions(Clock.systemUTC());

  private final Map<String, Instant> ended = new ConcurrentHashMap<>();
  private final Clock clock;

  EndedSessions(Clock clock) {
    this.clock = clock;
  }

  public static EndedSessions ofThisServer() {
    return OF_THIS_SERVER;
  }

  /**
   * @param tokensExpireAt when the last token of the session expires by itself
   */
  public void add(String sessionId, Instant tokensExpireAt) {
    ended.put(sessionId, tokensExpireAt);
    if (ended.size() % SWEEP_EVERY == 0) {
      Instant expired = clock.instant().minus(LARGEST_CLOCK_SKEW);
      ended.values().removeIf(expired::isAfter);
    }
  }

  public boolean contains(String sessionId) {
    return sessionId != null && ended.containsKey(sessionId);
  }
}
