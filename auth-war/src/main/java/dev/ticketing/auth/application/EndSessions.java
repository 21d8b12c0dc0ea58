package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.Session;
import dev.ticketing.auth.domain.SessionRepository;
import dev.ticketing.platform.session.EndedSessions;
import dev.ticketing.platform.session.TokenLifetime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ends sessions. The end is stored before it is confirmed; from then on this server refuses the
 * session's tokens, and the others do as soon as the event has reached them. Ending a session again
 * changes nothing, so whoever died in between, or was left unsure, may simply do it again.
 */
@ApplicationScoped
public class EndSessions {

  private static final int BATCH = 50;

  private SessionRepository sessions;
  private EndedSessions ended;
  private TokenLifetime lifetime;
  private Clock clock;

  /** For the container's proxy. */
  protected EndSessions() {}

  @Inject
  public EndSessions(
      SessionRepository sessions, EndedSessions ended, TokenLifetime lifetime, Clock clock) {
    this.sessions = sessions;
    this.ended = ended;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * Ends all sessions of a user.
   *
   * @param exceptSessionId one that lives on; null for none
   */
  public void ofUser(String userId, String exceptSessionId, EndReason reason) {
    List<String> found;
    do {
      found = sessions.unendedOf(userId, exceptSessionId, BATCH);
      found.forEach(id -> one(id, session -> true, reason));
    } while (!found.isEmpty());
  }

  /**
   * Ends one session, if there is one of that id for which the condition holds.
   *
   * @return the session, ended, be it by this or before
   */
  Optional<Session> one(String id, Predicate<Session> condition, EndReason reason) {
    Instant now = clock.instant();
    Optional<Session> found =
        sessions.change(
            id,
            session -> {
              if (condition.test(session)) {
                session.end(reason, now, lifetime.lastExpiry(now));
              }
            });
    return found.filter(session -> session.endedAt() != null).map(this::remember);
  }

  /** Makes this server refuse the tokens of a session that has ended. */
  Session remember(Session session) {
    ended.add(session.id(), session.tokensExpireAt());
    return session;
  }
}
