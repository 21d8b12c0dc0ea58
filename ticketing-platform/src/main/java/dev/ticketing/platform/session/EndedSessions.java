package dev.ticketing.platform.session;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that ended before their tokens did: signed out, so the token is dead though its
 * signature is good. Shared by all applications of a server. Whoever ends sessions also lets go of
 * them once their tokens have expired.
 */
public final class EndedSessions {

  private static final EndedSessions OF_THIS_SERVER = new EndedSessions();

  private final Map<String, Instant> ended = new ConcurrentHashMap<>();

  public static EndedSessions ofThisServer() {
    return OF_THIS_SERVER;
  }

  /**
   * @param tokensExpireAt when the last token of the session expires by itself
   */
  public void add(String sessionId, Instant tokensExpireAt) {
    ended.put(sessionId, tokensExpireAt);
  }

  public boolean contains(String sessionId) {
    return sessionId != null && ended.containsKey(sessionId);
  }

  /** Lets go of the sessions whose tokens have all expired before that time. */
  public void forgetBefore(Instant time) {
    ended.values().removeIf(time::isAfter);
  }
}
