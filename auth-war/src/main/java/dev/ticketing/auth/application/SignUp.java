package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Passwords;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.platform.aggregate.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes somebody a user. */
@ApplicationScoped
public class SignUp {

  private UserRepository users;
  private Passwords passwords;
  private Clock clock;

  /** For the container's proxy. */
  protected SignUp() {}

  @Inject
  public SignUp(UserRepository users, Passwords passwords, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * @throws dev.ticketing.contracts.error.Refusal CONFLICT, naming the e-mail, when it is in use;
   *     OVERLOADED
   */
  public UserView signUp(Profile profile, String password) {
    String hash = passwords.hash(password);
    User user = User.signUp(Identifier.next(), profile, hash, clock.instant());
    users.add(user);
    return UserView.of(user);
  }
}
