package dev.ticketing.auth.application;

import java.time.Instant;

/** Signs the tokens by which every domain recognises a user. */
public interface Tokens {

  /**
   * @param sessionId the session that ends with a sign-out
   * @param expiresAt to the second
   */
  String sign(UserView user, String sessionId, Instant expiresAt);
}
