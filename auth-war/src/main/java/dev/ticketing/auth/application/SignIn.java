package dev.ticketing.auth.application;

import dev.ticketing.auth.application.UserDirectory.Account;
import dev.ticketing.auth.domain.Passwords;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.audit.Audit;
import dev.ticketing.platform.audit.Deed;
import dev.ticketing.platform.audit.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Recognises a user by e-mail and password. Whoever is not recognised learns only that, and after
 * the same work: for an unknown address the password is compared with a hash that belongs to
 * nobody. A hash from before the settings changed is replaced while its password is at hand.
 */
@ApplicationScoped
public class SignIn {

  private UserDirectory directory;
  private UserRepository users;
  private Passwords passwords;
  private String nobodysHash;
  private Audit audit;

  /** For the container's proxy. */
  protected SignIn() {}

  @Inject
  public SignIn(UserDirectory directory, UserRepository users, Passwords passwords, Audit audit) {
    this.directory = directory;
    this.audit = audit;
    this.users = users;
    this.passwords = passwords;
    this.nobodysHash = passwords.hash(UUID.randomUUID().toString());
  }

  /**
   * @param email in its one spelling
   * @throws Refusal INVALID "Invalid credentials", or OVERLOADED
   */
  public UserView signIn(String email, String password) {
    Optional<Account> account = directory.findAccount(email);
    String hash = account.map(Account::passwordHash).orElse(nobodysHash);
    boolean matches = passwords.matches(password, hash);
    if (account.isEmpty() || !matches) {
      String userId = account.map(known -> known.user().id()).orElse(null);
      audit.write(Deed.refused("SignIn", userId, "e-mail " + Fingerprint.of(email)));
      throw Refusal.invalid(null, "Invalid credentials");
    }
    UserView user = account.get().user();
    if (passwords.isOutdated(hash)) {
      String renewed = passwords.hash(password);
      users.change(user.id(), stored -> stored.rehash(hash, renewed));
    }
    return user;
  }
}
