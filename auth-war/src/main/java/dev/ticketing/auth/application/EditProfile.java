package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Changes what a user tells about himself. */
@ApplicationScoped
public class EditProfile {

  private UserRepository users;
  private Clock clock;

  /** For the container's proxy. */
  protected EditProfile() {}

  @Inject
  public EditProfile(UserRepository users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /**
   * @throws Refusal CONFLICT, naming the e-mail, when another user has it; UNAUTHENTICATED when the
   *     user no longer exists
   */
  public UserView edit(String userId, Profile profile) {
    return users
        .change(userId, user -> user.edit(profile, clock.instant()))
        .map(UserView::of)
        .orElseThrow(() -> Refusal.unauthenticated("Authentication required"));
  }
}
