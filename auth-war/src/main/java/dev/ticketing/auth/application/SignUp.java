package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Passwords;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Makes somebody a user, and has the address confirmed by mail. */
@ApplicationScoped
public class SignUp {

  private UserRepository users;
  private Passwords passwords;
  private AccountPost post;
  private Clock clock;

  /** For the container's proxy. */
  protected SignUp() {}

  @Inject
  public SignUp(UserRepository users, Passwords passwords, AccountPost post, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.post = post;
    this.clock = clock;
  }

  /**
   * @throws Refusal CONFLICT, naming the e-mail, when it is in use; OVERLOADED
   */
  public UserView signUp(Profile profile, String password) {
    String hash = passwords.hash(password);
    Instant now = clock.instant();
    User user = User.signUp(Identifier.next(), profile, hash, now);
    post.confirming(user, now, users::add);
    return UserView.of(user);
  }
}
