package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.RefreshToken;
import dev.ticketing.auth.domain.RequestFacts;
import dev.ticketing.auth.domain.Session;
import dev.ticketing.auth.domain.SessionRepository;
import dev.ticketing.auth.domain.SessionRules;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.session.TokenLifetime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Begins sessions, and hands out what their clients hold of them. */
@ApplicationScoped
public class Sessions {

  private SessionRepository sessions;
  private Tokens tokens;
  private TokenLifetime lifetime;
  private SessionRules rules;
  private Clock clock;

  /** For the container's proxy. */
  protected Sessions() {}

  @Inject
  public Sessions(
      SessionRepository sessions,
      Tokens tokens,
      TokenLifetime lifetime,
      SessionRules rules,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.lifetime = lifetime;
    this.rules = rules;
    this.clock = clock;
  }

  /** A new session, stored when this returns, of a user who has just proven who he is. */
  public SessionTokens begin(UserView user, RequestFacts facts) {
    RefreshToken refresh = RefreshToken.first(Identifier.next());
    Session session = Session.begin(refresh, user.id(), facts, rules, clock.instant());
    sessions.add(session);
    return tokensOf(session, refresh, user);
  }

  /** A further access token of a session that lives, which says what is now true of its user. */
  public Optional<String> renewAccess(UserView user, String sessionId) {
    return sessions
        .find(sessionId)
        .filter(session -> session.isLive(clock.instant()))
        .map(session -> tokens.sign(user, sessionId, accessExpiryOf(session)));
  }

  /**
   * @param refresh the one that is good now
   */
  SessionTokens tokensOf(Session session, RefreshToken refresh, UserView user) {
    Instant now = clock.instant();
    Instant expiry = accessExpiryOf(session);
    return new SessionTokens(
        tokens.sign(user, session.id(), expiry),
        Duration.between(now, expiry),
        refresh.text(),
        Duration.between(now, session.expiresAt()));
  }

  /** No access token outlives its session. */
  private Instant accessExpiryOf(Session session) {
    Instant expiry = clock.instant().plus(lifetime.length());
    return expiry.isBefore(session.expiresAt()) ? expiry : session.expiresAt();
  }

  /** From an access token's issue to its expiry. */
  public Duration accessLifetime() {
    return lifetime.length();
  }
}
