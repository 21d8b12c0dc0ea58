package dev.ticketing.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The cookies of a browser's session. Over https they have names that browsers guard: nobody can
 * plant such a cookie from a neighbouring site or over plain http, so there no other is believed.
 */
public enum SessionCookies {
  /** Holds the access token; the server's configuration names it, too. */
  ACCESS("ticketing_token", "__Host-"),
  /** Holds the refresh token, and goes to the domain of the users only. */
  REFRESH("ticketing_refresh", "__Secure-");

  private final String plain;
  private final String guarded;

  SessionCookies(String name, String prefix) {
    this.plain = name;
    this.guarded = prefix + name;
  }

  /**
   * @param secure whether the browser reaches us over https
   */
  public String name(boolean secure) {
    return secure ? guarded : plain;
  }

  /** The one that counts in a request. */
  public Optional<Cookie> in(HttpServletRequest request) {
    return named(guarded, request)
        .or(() -> request.isSecure() ? Optional.empty() : named(plain, request));
  }

  private static Optional<Cookie> named(String name, HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie);
        }
      }
    }
    return Optional.empty();
  }
}
