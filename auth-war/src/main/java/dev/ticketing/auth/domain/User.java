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
 * its hash, which never leaves this domain.
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
    user.take(profile);
    user.passwordHash = passwordHash;
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
    user.link(identity);
    if (emailVerified) {
      user.verifyEmail();
    }
    return user;
  }

  /** The address is known to be the user's. */
  public void verifyEmail() {
    emailVerified = true;
  }

  /**
   * Lets somebody sign in as this user who proves that identity.
   *
   * @return false, and nothing has changed, when another identity of that provider is linked
   */
  public boolean link(Identity identity) {
    String linked = subjectAt(identity.provider());
    if (linked != null) {
      return linked.equals(identity.subject());
    }
    switch (identity.provider()) {
      case GOOGLE -> googleSubject = identity.subject();
      case FACEBOOK -> facebookSubject = identity.subject();
    }
    return true;
  }

  /** Takes the parts that are given; others hear of it only when something is different now. */
  public void edit(Profile profile, Instant now) {
    UserEvent.User before = snapshot();
    take(profile);
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

  private void take(Profile profile) {
    firstName = Objects.requireNonNullElse(profile.firstName(), firstName);
    lastName = Objects.requireNonNullElse(profile.lastName(), lastName);
    if (profile.email() != null && !profile.email().equals(email)) {
      email = profile.email();
      emailVerified = false;
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

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
