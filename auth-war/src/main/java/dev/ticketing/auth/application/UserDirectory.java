package dev.ticketing.auth.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks users up, most of the time by one read by a key. */
public interface UserDirectory {

  /**
   * What a sign-in is checked against.
   *
   * @param passwordHash null for a user who signs in elsewhere
   */
  record Account(UserView user, String passwordHash) {

    @Override
    public String toString() {
      return "Account[" + user.id() + "]";
    }
  }

  /** A user as admins see him. */
  record Entry(UserView user, Instant createdAt) {}

  Optional<UserView> find(String id);

  /**
   * @param email in its one spelling
   */
  Optional<Account> findAccount(String email);

  /**
   * All users, the newest first.
   *
   * @param before the id after which the page begins; null for the first page
   */
  List<Entry> list(int limit, String before);

  /** Whether anybody looks after the marketplace. */
  boolean hasAdmin();
}
