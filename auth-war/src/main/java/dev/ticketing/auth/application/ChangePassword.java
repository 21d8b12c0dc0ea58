package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.Passwords;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Replaces a password by another, for whoever is signed in and knows the present one. All sessions
 * but this one end, before the change and after it, for the reasons that {@link ResetPassword} has.
 */
@ApplicationScoped
public class ChangePassword {

  private UserRepository users;
  private Passwords passwords;
  private AccountPost post;
  private EndSessions sessions;
  private Clock clock;

  /** For the container's proxy. */
  protected ChangePassword() {}

  @Inject
  public ChangePassword(
      UserRepository users,
      Passwords passwords,
      AccountPost post,
      EndSessions sessions,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.post = post;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @param sessionId the session that asks
   * @param next one that may be chosen
   * @throws Refusal INVALID, naming the current password, when it is wrong; UNAUTHENTICATED when
   *     the user no longer exists; OVERLOADED
   */
  public void change(String userId, String sessionId, String current, String next) {
    String known =
        users
            .find(userId)
            .map(user -> matching(user, current))
            .orElseThrow(() -> Refusal.unauthenticated("Authentication required"));
    String hash = passwords.hash(next);
    Instant now = clock.instant();
    String letter = post.passwordChanged(userId, now);
    sessions.ofUser(userId, sessionId, EndReason.PASSWORD_CHANGED);
    if (!isReplaced(userId, known, hash, now)) {
      post.withdraw(letter);
      throw wrong();
    }
    sessions.ofUser(userId, sessionId, EndReason.PASSWORD_CHANGED);
  }

  private String matching(User user, String current) {
    String known = user.passwordHash();
    if (known == null || !passwords.matches(current, known)) {
      throw wrong();
    }
    return known;
  }

  private boolean isReplaced(String userId, String known, String hash, Instant now) {
    return users
        .change(
            userId,
            user -> {
              if (known.equals(user.passwordHash())) {
                user.setPassword(hash, now);
              }
            })
        .map(User::passwordHash)
        .filter(hash::equals)
        .isPresent();
  }

  private static Refusal wrong() {
    return Refusal.invalid("currentPassword", "currentPassword is wrong");
  }
}
