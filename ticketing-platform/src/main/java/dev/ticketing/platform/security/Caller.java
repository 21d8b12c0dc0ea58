package dev.ticketing.platform.security;

import dev.ticketing.contracts.error.Refusal;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes a request, as the verified token says.
 *
 * @param sessionId ends when the user signs out
 */
public record Caller(String userId, String email, String sessionId) {

  /** The claim that names the session. */
  public static final String SESSION_CLAIM = "sid";

  /** The role of every signed-in user. */
  public static final String USER = "user";

  /** The role of those who look after the marketplace. */
  public static final String ADMIN = "admin";

  /**
   * @throws Refusal UNAUTHENTICATED when the request carries no valid token
   */
  public static Caller of(SecurityContext security) {
    if (security.getUserPrincipal() instanceof JsonWebToken token) {
      return of(token);
    }
    throw Refusal.unauthenticated("Authentication required");
  }

  public static Caller of(JsonWebToken token) {
    return new Caller(token.getSubject(), token.getName(), token.getClaim(SESSION_CLAIM));
  }
}
