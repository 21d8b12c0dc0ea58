package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.RefreshToken;
import dev.ticketing.auth.domain.Session;
import dev.ticketing.auth.domain.Session.Renewal;
import dev.ticketing.auth.domain.SessionRepository;
import dev.ticketing.auth.domain.SessionRules;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.session.TokenLifetime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Carries a session on: a good refresh token is exchanged for another and a new access token. Of
 * two who come with the same one at once one wins, and the other counts as a thief. A server that
 * dies before it has answered leaves its client with a spent token, and to a new sign-in.
 */
@ApplicationScoped
public class RefreshSession {

  private static final System.Logger LOG = System.getLogger(RefreshSession.class.getName());

  private SessionRepository sessions;
  private Sessions tokens;
  private EndSessions endSessions;
  private UserDirectory users;
  private TokenLifetime lifetime;
  private SessionRules rules;
  private Clock clock;

  /** For the container's proxy. */
  protected RefreshSession() {}

  @Inject
  public RefreshSession(
      SessionRepository sessions,
      Sessions tokens,
      EndSessions endSessions,
      UserDirectory users,
      TokenLifetime lifetime,
      SessionRules rules,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.endSessions = endSessions;
    this.users = users;
    this.lifetime = lifetime;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @throws Refusal UNAUTHENTICATED when the token is not, or no longer, good; if it was spent
   *     before, the session has ended now
   */
  public SessionTokens refresh(RefreshToken token) {
    RefreshToken next = token.next();
    Instant now = clock.instant();
    Renewal[] outcome = {Renewal.REFUSED};
    Session session =
        sessions
            .change(
                token.sessionId(),
                found ->
                    outcome[0] = found.renew(token, next, rules, now, lifetime.lastExpiry(now)))
            .orElseThrow(RefreshSession::refused);
    if (outcome[0] == Renewal.REUSED) {
      endSessions.remember(session);
      LOG.log(
          System.Logger.Level.WARNING,
          "A spent refresh token was used again: session {0} of user {1} was ended",
          session.id(),
          session.userId());
    }
    if (outcome[0] != Renewal.RENEWED) {
      throw refused();
    }
    return users
        .find(session.userId())
        .map(user -> tokens.tokensOf(session, next, user))
        .orElseThrow(RefreshSession::refused);
  }

  private static Refusal refused() {
    return Refusal.unauthenticated("Authentication required");
  }
}
