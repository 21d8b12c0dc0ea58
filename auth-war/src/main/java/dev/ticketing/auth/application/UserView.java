package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.User;

/** A user as he sees himself. */
public record UserView(String id, String firstName, String lastName, String email) {

  public static UserView of(User user) {
    return new UserView(user.id(), user.firstName(), user.lastName(), user.email());
  }
}
