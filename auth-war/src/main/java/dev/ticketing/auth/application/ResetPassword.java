package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.auth.domain.Passwords;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Sets a new password for whoever has read the mail with the token. The token is spent in the same
 * write that sets the password. All sessions end.
 */
@ApplicationScoped
public class ResetPassword {

  private UserRepository users;
  private Passwords passwords;
  private PasswordReplacement replacement;
  private Clock clock;

  /** For the container's proxy. */
  protected ResetPassword() {}

  @Inject
  public ResetPassword(
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
   * @param password one that may be chosen
   * @throws Refusal INVALID, naming the token, when it is no good, or no good any more; OVERLOADED
   */
  public void reset(String text, String password) {
    OneTimeToken token = OneTimeToken.parse(text).orElseThrow(BadToken::refusal);
    Instant now = clock.instant();
    String id = token.userId();
    if (users.find(id).filter(user -> user.canReset(token, now)).isEmpty()) {
      throw BadToken.refusal();
    }
    String hash = passwords.hash(password);
    if (!replacement.make(id, null, hash, now, user -> user.resetPassword(token, hash, now))) {
      throw BadToken.refusal();
    }
  }
}
