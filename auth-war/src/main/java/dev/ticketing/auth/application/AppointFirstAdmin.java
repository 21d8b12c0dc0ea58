package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Email;
import dev.ticketing.auth.domain.PasswordRules;
import dev.ticketing.auth.domain.Passwords;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.platform.aggregate.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Gives a marketplace without admins its first one, as the operator names him. Somebody who has
 * signed up with that address before is appointed only if it is known to be his: anybody can sign
 * up with any address.
 */
@ApplicationScoped
public class AppointFirstAdmin {

  /** What came of it. */
  public enum Outcome {
    ADMIN_EXISTS,
    APPOINTED,
    EMAIL_UNVERIFIED,
    EMAIL_MALFORMED,
    PASSWORD_UNFIT
  }

  private Roster roster;
  private UserDirectory directory;
  private UserRepository users;
  private Passwords passwords;
  private Clock clock;

  /** For the container's proxy. */
  protected AppointFirstAdmin() {}

  @Inject
  public AppointFirstAdmin(
      Roster roster,
      UserDirectory directory,
      UserRepository users,
      Passwords passwords,
      Clock clock) {
    this.roster = roster;
    this.directory = directory;
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * @param password for a new account; an account that exists keeps its own
   * @throws dev.ticketing.contracts.error.Refusal CONFLICT when another server has just done it
   */
  public Outcome appoint(String email, String password) {
    if (roster.hasAdmin()) {
      return Outcome.ADMIN_EXISTS;
    }
    String address = Email.normalised(email);
    if (!address.matches(Email.SYNTAX)) {
      return Outcome.EMAIL_MALFORMED;
    }
    return directory
        .findAccount(address)
        .map(account -> appointUser(account.user().id(), address))
        .orElseGet(() -> addAdmin(address, password));
  }

  private Outcome appointUser(String id, String address) {
    Instant now = clock.instant();
    boolean appointed =
        users
            .change(id, user -> appointOwnerOf(address, user, now))
            .filter(User::isAdmin)
            .isPresent();
    return appointed ? Outcome.APPOINTED : Outcome.EMAIL_UNVERIFIED;
  }

  private static void appointOwnerOf(String address, User user, Instant now) {
    if (user.email().equals(address)) {
      user.appoint(now);
    }
  }

  private Outcome addAdmin(String address, String password) {
    if (!PasswordRules.admit(password)) {
      return Outcome.PASSWORD_UNFIT;
    }
    Instant now = clock.instant();
    Profile profile = new Profile("First", "Admin", address);
    User user = User.signUp(Identifier.next(), profile, passwords.hash(password), now);
    user.verifyEmail();
    user.appoint(now);
    users.add(user);
    return Outcome.APPOINTED;
  }
}
