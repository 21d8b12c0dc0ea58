package dev.ticketing.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.platform.json.Json;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * The token that comes with a request, before anybody has looked whether it is good: the same that
 * the server's configuration will have verified.
 */
record PresentedToken(String text) {

  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_HEADER = 1_000;

  /** As {@code Authorization: Bearer}, or else in the session's cookie. */
  static Optional<PresentedToken> in(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.startsWith(SCHEME)) {
      return Optional.of(new PresentedToken(authorization.substring(SCHEME.length())));
    }
    return SessionCookies.ACCESS.in(request).map(Cookie::getValue).map(PresentedToken::new);
  }

  /** The id of the key that it claims to be signed with. */
  Optional<String> keyId() {
    int end = text.indexOf('.');
    if (end < 0 || end > LONGEST_HEADER) {
      return Optional.empty();
    }
    try {
      JsonNode header =
          Json.mapper().readTree(Base64.getUrlDecoder().decode(text.substring(0, end)));
      return Optional.ofNullable(header.path("kid").textValue());
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }
}
