package dev.ticketing.contracts.event;

import java.time.Instant;

/** A session has ended before its tokens have expired: no server may accept them any more. */
public record SessionEnded(Session session) implements Event {

  /**
   * The session, whose it was, and why it ended.
   *
   * @param tokensExpireAt from then on nobody need remember the session
   */
  public record Session(String id, String userId, String reason, Instant tokensExpireAt) {}
}
