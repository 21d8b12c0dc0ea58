package dev.ticketing.auth.application;

import java.time.Instant;
import java.util.Map;

/** Remembers ended sessions across restarts, for as long as their tokens would be good. */
public interface SessionGraveyard {

  /** Has stored the session when it returns; storing it again is harmless. */
  void bury(String sessionId, Instant tokensExpireAt);

  /** The sessions whose tokens have not expired at that time, each with when they will. */
  Map<String, Instant> unexpiredAt(Instant time);

  /** Forgets the sessions whose tokens have expired before that time. */
  void forgetBefore(Instant time);
}
