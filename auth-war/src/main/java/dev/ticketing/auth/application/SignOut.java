package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the session of somebody who leaves, known by whichever of its tokens he still has. */
@ApplicationScoped
public class SignOut {

  private EndSessions sessions;

  /** For the container's proxy. */
  protected SignOut() {}

  @Inject
  public SignOut(EndSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * @param sessionId from a verified access token
   */
  public void signOut(String sessionId) {
    sessions.one(sessionId, session -> true, EndReason.SIGNED_OUT);
  }

  /**
   * @param token a good one, or a spent one, which only its session's clients can have
   */
  public void signOut(RefreshToken token) {
    sessions.one(token.sessionId(), session -> session.isOfThis(token), EndReason.SIGNED_OUT);
  }
}
