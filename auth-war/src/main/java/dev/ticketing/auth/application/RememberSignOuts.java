package dev.ticketing.auth.application;

import dev.ticketing.platform.session.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Brings the sign-outs from before a restart back to mind, and lets go of those that are over. */
@ApplicationScoped
public class RememberSignOuts {

  private EndedSessions ended;
  private SessionGraveyard graveyard;
  private Clock clock;

  /** For the container's proxy. */
  protected RememberSignOuts() {}

  @Inject
  public RememberSignOuts(EndedSessions ended, SessionGraveyard graveyard, Clock clock) {
    this.ended = ended;
    this.graveyard = graveyard;
    this.clock = clock;
  }

  public void remember() {
    graveyard.unexpiredAt(clock.instant()).forEach(ended::add);
  }

  public void forgetExpired() {
    Instant now = clock.instant();
    ended.forgetBefore(now);
    graveyard.forgetBefore(now);
  }
}
