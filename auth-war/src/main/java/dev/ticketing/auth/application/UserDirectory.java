package dev.ticketing.auth.application;

import java.util.Optional;

/** Looks users up; each look-up is one read by a key. */
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

  Optional<UserView> find(String id);

  /**
   * @param email in its one spelling
   */
  Optional<Account> findAccount(String email);
}
