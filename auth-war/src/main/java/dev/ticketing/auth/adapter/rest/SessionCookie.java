package dev.ticketing.auth.adapter.rest;

import dev.ticketing.platform.security.SessionCookies;
import java.time.Duration;

/**
 * Keeps a token in the browser where scripts cannot read it. The access token does not go along
 * with what other sites' pages send, nor the refresh token with anything that begins there. Written
 * here in full: the container's own cookies add the attributes of an older standard.
 */
enum SessionCookie {
  ACCESS(SessionCookies.ACCESS, "/", "Lax"),
  REFRESH(SessionCookies.REFRESH, "/api/users", "Strict");

  private static final String FORM = "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=%s%s";

  private final SessionCookies cookie;
  private final String path;
  private final String sameSite;

  SessionCookie(SessionCookies cookie, String path, String sameSite) {
    this.cookie = cookie;
    this.path = path;
    this.sameSite = sameSite;
  }

  /**
   * @param secure whether the browser reached us over https, and may send it over https only
   * @return the value of a Set-Cookie header
   */
  String holding(String token, Duration lifetime, boolean secure) {
    return FORM.formatted(
        cookie.name(secure), token, path, lifetime.toSeconds(), sameSite, secure ? "; Secure" : "");
  }

  /** Makes the browser forget the token. */
  String removed(boolean secure) {
    return holding("", Duration.ZERO, secure);
  }
}
