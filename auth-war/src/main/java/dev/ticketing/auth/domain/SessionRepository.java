package dev.ticketing.auth.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All sessions that have not expired, and those that ended lately. */
public interface SessionRepository {

  void add(Session session);

  Optional<Session> find(String id);

  /**
   * Changes a session as it is now; the change may run more than once and must touch nothing else.
   *
   * @return the session after the change, empty when there is none
   */
  Optional<Session> change(String id, Consumer<Session> change);

  /**
   * The ids of sessions of a user that have not ended, in no order.
   *
   * @param exceptId one that does not count; null for none
   */
  List<String> unendedOf(String userId, String exceptId, int limit);

  /** The ended sessions whose tokens have not all expired at that time, with when they will. */
  Map<String, Instant> endedWithTokensAt(Instant time);
}
