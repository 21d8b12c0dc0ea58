package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.SessionRepository;
import dev.ticketing.platform.session.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Tells a server that begins which sessions have ended. Those with this domain on board need not
 * wait for the broker to hear of it, nor for what a server that died had no time to tell.
 */
@ApplicationScoped
public class RememberEndedSessions {

  private SessionRepository sessions;
  private EndedSessions ended;
  private Clock clock;

  /** For the container's proxy. */
  protected RememberEndedSessions() {}

  @Inject
  public RememberEndedSessions(SessionRepository sessions, EndedSessions ended, Clock clock) {
    this.sessions = sessions;
    this.ended = ended;
    this.clock = clock;
  }

  public void remember() {
    sessions.endedWithTokensAt(clock.instant()).forEach(ended::add);
    ended.complete();
  }
}
