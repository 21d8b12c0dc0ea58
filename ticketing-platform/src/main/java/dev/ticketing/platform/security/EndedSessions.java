package dev.ticketing.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that ended before their tokens did: signed out, so the token is dead though its
 * signature is good. Shared by all applications of a server; entries go when the token has expired.
 */
public final class EndedSessions {

  private static final int SWEEP_EVERY = 256;
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
      Instant now = clock.instant();
      ended.values().removeIf(now::isAfter);
    }
  }

  public boolean contains(String sessionId) {
    return sessionId != null && ended.containsKey(sessionId);
  }
}
