package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Changes what a user tells about himself. A new address is asked to be confirmed, and the old one
 * is told.
 */
@ApplicationScoped
public class EditProfile {

  private UserRepository users;
  private UserDirectory directory;
  private AccountPost post;
  private Clock clock;

  /** For the container's proxy. */
  protected EditProfile() {}

  @Inject
  public EditProfile(UserRepository users, UserDirectory directory, AccountPost post, Clock clock) {
    this.users = users;
    this.directory = directory;
    this.post = post;
    this.clock = clock;
  }

  /**
   * @throws Refusal CONFLICT, naming the e-mail, when another user has it; UNAUTHENTICATED when the
   *     user no longer exists
   */
  public UserView edit(String userId, Profile profile) {
    Instant now = clock.instant();
    List<String> letters = postAbout(userId, profile.email(), now);
    try {
      return users
          .change(userId, user -> user.edit(profile, now))
          .map(UserView::of)
          .orElseThrow(() -> Refusal.unauthenticated("Authentication required"));
    } catch (Refusal e) {
      letters.forEach(post::withdraw);
      throw e;
    }
  }

  private List<String> postAbout(String userId, String email, Instant now) {
    if (email == null) {
      return List.of();
    }
    return directory
        .find(userId)
        .map(UserView::email)
        .filter(former -> !former.equals(email))
        .map(
            former ->
                List.of(post.emailChanged(userId, former, now), post.confirmation(userId, now)))
        .orElse(List.of());
  }
}
