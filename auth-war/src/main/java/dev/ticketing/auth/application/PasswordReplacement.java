package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What goes with every new password. The user is written to. Sessions end before the write that
 * sets it, so that a crash right after it leaves none alive, and after it, for those that began
 * meanwhile with the old password.
 */
final class PasswordReplacement {

  private final UserRepository users;
  private final AccountPost post;
  private final EndSessions sessions;

  PasswordReplacement(UserRepository users, AccountPost post, EndSessions sessions) {
    this.users = users;
    this.post = post;
    this.sessions = sessions;
  }

  /**
   * @param keptSessionId the one session that goes on; null for none
   * @param set gives the user this hash, or leaves him as he is
   * @return whether he has it; the user is not written to otherwise
   */
  boolean make(String userId, String keptSessionId, String hash, Instant now, Consumer<User> set) {
    String letter = post.passwordChanged(userId, now);
    endSessions(userId, keptSessionId);
    boolean made =
        users.change(userId, set).map(User::passwordHash).filter(hash::equals).isPresent();
    if (made) {
      endSessions(userId, keptSessionId);
    } else {
      post.withdraw(letter);
    }
    return made;
  }

  private void endSessions(String userId, String keptSessionId) {
    sessions.ofUser(userId, keptSessionId, EndReason.PASSWORD_CHANGED);
  }
}
