package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.User;
import java.util.List;

/**
 * A user as he sees himself.
 *
 * @param emailVerified whether he has shown that the address is his
 * @param roles what he may do, as his tokens say it
 */
public record UserView(
    String id,
    String firstName,
    String lastName,
    String email,
    boolean emailVerified,
    List<String> roles) {

  /** The role of every user. */
  public static final String USER = "user";

  /** The role of those who look after the marketplace. */
  public static final String ADMIN = "admin";

  public static UserView of(User user) {
    return new UserView(
        user.id(),
        user.firstName(),
        user.lastName(),
        user.email(),
        user.emailVerified(),
        rolesOf(user.isAdmin()));
  }

  public static List<String> rolesOf(boolean admin) {
    return admin ? List.of(USER, ADMIN) : List.of(USER);
  }
}
