package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a user end a session of his own, on a device that he has lost perhaps. */
@ApplicationScoped
public class EndOwnSession {

  private EndSessions sessions;

  /** For the container's proxy. */
  protected EndOwnSession() {}

  @Inject
  public EndOwnSession(EndSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * @throws Refusal NOT_FOUND when the user has no such session; whose it is else is not told
   */
  public void end(String userId, String sessionId) {
    sessions
        .one(sessionId, session -> UserAccess.mayEnd(userId, session), EndReason.ENDED_BY_USER)
        .filter(session -> UserAccess.mayEnd(userId, session))
        .orElseThrow(() -> Refusal.notFound("No such session"));
  }
}
