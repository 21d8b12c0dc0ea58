package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Session;

/**
 * Who may do what with accounts. Everybody sees and changes their own account and ends their own
 * sessions; whose any other session is is not even told, so it is not there for anybody else. All
 * users are listed for admins alone, which the role in the token decides before anything is read.
 */
final class UserAccess {

  private UserAccess() {}

  static boolean mayEnd(String userId, Session session) {
    return session.userId().equals(userId);
  }
}
