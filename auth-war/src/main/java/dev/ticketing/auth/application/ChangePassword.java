package dev.ticketing.auth.application;

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
 * but this one end.
 */
@ApplicationScoped
public class ChangePassword {

  private UserRepository users;
  private Passwords passwords;
  private PasswordReplacement replacement;
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
    this.replacement = new PasswordReplacement(users, post, sessions);
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
    if (!replacement.make(userId, sessionId, hash, now, user -> replace(user, known, hash, now))) {
      throw wrong();
    }
  }

  private String matching(User user, String current) {
    String known = user.passwordHash();
    if (known == null || !passwords.matches(current, known)) {
      throw wrong();
    }
    return known;
  }

  private static void replace(User user, String known, String hash, Instant now) {
    if (known.equals(user.passwordHash())) {
      user.setPassword(hash, now);
    }
  }

  private static Refusal wrong() {
    return Refusal.invalid("currentPassword", "currentPassword is wrong");
  }
}
