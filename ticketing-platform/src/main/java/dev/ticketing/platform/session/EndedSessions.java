package dev.ticketing.platform.session;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that ended before their tokens did, on whichever server: such a token is dead though
 * its signature is good. Shared by all applications of a server, which hears of every end as an
 * event, and forgets it once the last token has expired.
 */
public final class EndedSessions {

  private static final EndedSessions OF_THIS_SERVER = new EndedSessions();

  private final Map<String, Instant> ended = new ConcurrentHashMap<>();
  private volatile boolean complete;

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

  /** Says that all that ended before this server began is known to it now. */
  public void complete() {
    complete = true;
  }

  public boolean isComplete() {
    return complete;
  }
}
