package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.RefreshToken;
import dev.ticketing.auth.domain.RequestFacts;
import dev.ticketing.platform.security.SessionCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** What requests tell besides their bodies. */
final class Requests {

  private Requests() {}

  static RequestFacts factsOf(HttpServletRequest request) {
    return new RequestFacts(request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr());
  }

  /** The refresh token that a browser holds, if it looks like one. */
  static Optional<RefreshToken> refreshTokenIn(HttpServletRequest request) {
    return SessionCookies.REFRESH.in(request).map(Cookie::getValue).flatMap(RefreshToken::parse);
  }
}
