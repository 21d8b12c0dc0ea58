package dev.ticketing.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.platform.json.Json;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
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

  /** Whether whoever has that key's other half, a key of RSA, has signed it; by RS256. */
  boolean isSignedBy(PublicKey key) {
    int end = text.lastIndexOf('.');
    if (end < 0) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update(text.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(text.substring(end + 1)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
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
