package dev.ticketing.auth.adapter.rest;

import dev.ticketing.platform.security.SessionToken;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * Keeps a token in the browser where scripts cannot read it, and where requests from other sites'
 * pages do not carry it along.
 */
final class SessionCookie {

  private SessionCookie() {}

  /**
   * @param secure whether the browser reached us over https, and may send it over https only
   */
  static NewCookie holding(String token, Duration lifetime, boolean secure) {
    return builder(secure).value(token).maxAge((int) lifetime.toSeconds()).build();
  }

  /** Makes the browser forget the token. */
  static NewCookie removed(boolean secure) {
    return builder(secure).value("").maxAge(0).build();
  }

  private static NewCookie.Builder builder(boolean secure) {
    return new NewCookie.Builder(SessionToken.COOKIE)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .secure(secure);
  }
}
