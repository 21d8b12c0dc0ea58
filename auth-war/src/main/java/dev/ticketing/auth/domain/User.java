package dev.ticketing.auth.domain;

import dev.ticketing.contracts.event.UserEvent;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who signed up. No two users have the same e-mail address. The password is kept only as
 * its hash, which never leaves this domain. An address counts as verified once its owner has shown
 * a token that was mailed there; tokens are kept as hashes, at most one for each purpose, and void
 * when the address changes.
 */
@Entity
@Table(name = "users")
public class User extends Aggregate {

  private String firstName;
  private String lastName;
  private String email;
  private String passwordHash;
  private String googleSubject;
  private String facebookSubject;

  /** Null in documents from before there was such a thing. */
  private Boolean emailVerified;

  private Boolean admin;

  @Convert(converter = PendingTokenConverter.class)
  private PendingToken resetToken;

  @Convert(converter = PendingTokenConverter.class)
  private PendingToken confirmationToken;

  @Convert(converter = InstantConverter.class)
  private Instant emailSetAt;

  @Convert(converter = InstantConverter.class)
  private Instant passwordSetAt;

  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  private Instant updatedAt;

  /** For the persistence provider. */
  protected User() {}

  private User(String id) {
    super(id);
  }

  /**
   * @param profile complete
   */
  public static User signUp(String id, Profile profile, String passwordHash, Instant now) {
    User user = new User(id);
    user.take(profile, now);
    user.setPassword(passwordHash, now);
    user.createdAt = now;
    user.updatedAt = now;
    user.tell(new UserEvent.UserCreated(user.snapshot()), now);
    return user;
  }

  /**
   * Somebody who is known elsewhere, and has no password here.
   *
   * @param profile complete
   * @param emailVerified whether the provider has seen that the address is his
   */
  public static User signUpThrough(
      Identity identity, String id, Profile profile, boolean emailVerified, Instant now) {
    User user = signUp(id, profile, null, now);
    user.link(identity, now);
    if (emailVerified) {
      user.verifyEmail();
    }
    return user;
  }

  /**
   * Lets somebody sign in as this user who proves that identity.
   *
   * @return false, and nothing has changed, when another identity of that provider is linked
   */
  public boolean link(Identity identity, Instant now) {
    String linked = subjectAt(identity.provider());
    if (linked != null) {
      return linked.equals(identity.subject());
    }
    switch (identity.provider()) {
      case GOOGLE -> googleSubject = identity.subject();
      case FACEBOOK -> facebookSubject = identity.subject();
    }
    noteBy(id(), "IdentityLinked", identity.provider().slug(), now);
    return true;
  }

  /** Takes the parts that are given; others hear of it only when something is different now. */
  public void edit(Profile profile, Instant now) {
    UserEvent.User before = snapshot();
    take(profile, now);
    if (!snapshot().equals(before)) {
      updatedAt = now;
      tell(new UserEvent.UserUpdated(snapshot()), now);
    }
  }

  /** Replaces the hash of the same password, unless the password has changed meanwhile. */
  public void rehash(String from, String to) {
    if (from.equals(passwordHash)) {
      passwordHash = to;
    }
  }

  /** Takes a new password; a token that would set another one is void. */
  public void setPassword(String hash, Instant now) {
    if (createdAt != null) {
      note("PasswordSet", now);
    }
    passwordHash = hash;
    passwordSetAt = now;
    resetToken = null;
  }

  /** From now on this token, and none that was sent before, sets a new password. */
  public void expectReset(OneTimeToken token, Instant expiresAt) {
    resetToken = PendingToken.of(token, expiresAt);
  }

  public boolean canReset(OneTimeToken token, Instant now) {
    return resetToken != null && resetToken.isMetBy(token, now);
  }

  /**
   * Takes a new password from whoever shows the token, who has thereby shown that the address is
   * his. Unless that was known before, identities that were linked may be those of somebody who had
   * no right to the address, and no longer sign in.
   *
   * @return whether the token was good
   */
  public boolean resetPassword(OneTimeToken token, String hash, Instant now) {
    boolean good = canReset(token, now);
    if (good) {
      setPassword(hash, now);
      if (!emailVerified()) {
        unlinkAll(now);
      }
      verifyEmail();
    }
    return good;
  }

  private void unlinkAll(Instant now) {
    if (googleSubject != null || facebookSubject != null) {
      note("IdentitiesUnlinked", now);
    }
    googleSubject = null;
    facebookSubject = null;
  }

  /** From now on this token, and none that was sent before, confirms the address. */
  public void expectConfirmation(OneTimeToken token, Instant expiresAt) {
    confirmationToken = PendingToken.of(token, expiresAt);
  }

  /**
   * @return whether the token was good
   */
  public boolean confirmEmail(OneTimeToken token, Instant now) {
    boolean good = confirmationToken != null && confirmationToken.isMetBy(token, now);
    if (good) {
      verifyEmail();
      note("EmailConfirmed", now);
    }
    return good;
  }

  /** The address is known to be the user's. */
  public void verifyEmail() {
    emailVerified = true;
    confirmationToken = null;
  }

  /**
   * @return whether the user is an admin now: only with a verified address
   */
  public boolean appoint(Instant now) {
    if (emailVerified() && !isAdmin()) {
      admin = true;
      note("AdminAppointed", now);
    }
    return isAdmin();
  }

  private void take(Profile profile, Instant now) {
    firstName = Objects.requireNonNullElse(profile.firstName(), firstName);
    lastName = Objects.requireNonNullElse(profile.lastName(), lastName);
    if (profile.email() != null && !profile.email().equals(email)) {
      email = profile.email();
      emailSetAt = now;
      emailVerified = false;
      resetToken = null;
      confirmationToken = null;
    }
  }

  private UserEvent.User snapshot() {
    return new UserEvent.User(id(), firstName, lastName, email);
  }

  public String firstName() {
    return firstName;
  }

  public String lastName() {
    return lastName;
  }

  public String email() {
    return email;
  }

  /** In PHC string form. */
  public String passwordHash() {
    return passwordHash;
  }

  /** How a provider names this user, null when none is linked. */
  public String subjectAt(Provider provider) {
    return switch (provider) {
      case GOOGLE -> googleSubject;
      case FACEBOOK -> facebookSubject;
    };
  }

  public boolean emailVerified() {
    return Boolean.TRUE.equals(emailVerified);
  }

  public boolean isAdmin() {
    return Boolean.TRUE.equals(admin);
  }

  /** Whether the address is from that time or later. */
  public boolean hasEmailSince(Instant time) {
    return emailSetAt != null && !emailSetAt.isBefore(time);
  }

  /** Whether the password is from that time or later. */
  public boolean hasPasswordSince(Instant time) {
    return passwordSetAt != null && !passwordSetAt.isBefore(time);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
