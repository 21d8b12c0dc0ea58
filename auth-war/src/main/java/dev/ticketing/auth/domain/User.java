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
    email = Objects.requireNonNullElse(profile.email(), email);
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

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
