package dev.ticketing.auth.adapter.rest;

import dev.ticketing.platform.security.SessionToken;
import java.time.Duration;

/**
 * Keeps a token in the browser where scripts cannot read it, and where requests from other sites'
 * pages do not carry it along. Written here in full: the container's own cookies add the attributes
 * of an older standard.
 */
final class SessionCookie {

  private static final String ATTRIBUTES = "; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax";

  private SessionCookie() {}

  /**
   * @param secure whether the browser reached us over https, and may send it over https only
   * @return the value of a Set-Cookie header
   */
  static String holding(String token, Duration lifetime, boolean secure) {
    return cookie(token, lifetime.toSeconds(), secure);
  }

  /** Makes the browser forget the token. */
  static String removed(boolean secure) {
    return cookie("", 0, secure);
  }

  private static String cookie(String value, long maxAge, boolean secure) {
    String cookie = SessionToken.COOKIE + "=" + value + ATTRIBUTES.formatted(maxAge);
    return secure ? cookie + "; Secure" : cookie;
  }
}
