package dev.ticketing.auth.application;

import dev.ticketing.platform.audit.Audit;
import dev.ticketing.platform.audit.Deed;
import dev.ticketing.platform.session.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends a session: from here on its tokens are refused by every domain of this server, and after a
 * restart too, because the end is stored before it is confirmed. A server killed before it has
 * answered leaves the user unsure, and signing out again ends the session for good.
 *
 * <p>Other servers that share the store learn of it when they start. For several of them to learn
 * it at once the end of a session has to be told through the broker as well.
 */
@ApplicationScoped
public class SignOut {

  /** Clocks may differ, and a renewal may be under way at this moment. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private EndedSessions ended;
  private SessionGraveyard graveyard;
  private Sessions sessions;
  private Audit audit;
  private Clock clock;

  /** For the container's proxy. */
  protected SignOut() {}

  @Inject
  public SignOut(
      EndedSessions ended,
      SessionGraveyard graveyard,
      Sessions sessions,
      Audit audit,
      Clock clock) {
    this.audit = audit;
    this.ended = ended;
    this.graveyard = graveyard;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @param tokenExpiresAt when the token at hand expires; the session may have later ones
   */
  public void signOut(String sessionId, Instant tokenExpiresAt) {
    Instant newest = clock.instant().plus(sessions.lifetime());
    Instant last = tokenExpiresAt.isAfter(newest) ? tokenExpiresAt : newest;
    ended.add(sessionId, last.plus(MARGIN));
    audit.write(Deed.done("SignOut", null));
    graveyard.bury(sessionId, last.plus(MARGIN));
  }
}
