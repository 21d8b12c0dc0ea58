package dev.ticketing.platform.security;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.access.Reader;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes a request, as the verified token says.
 *
 * @param sessionId ends when the user signs out
 */
public record Caller(String userId, String email, String sessionId, boolean admin) {

  /** The claim that names the session. */
  public static final String SESSION_CLAIM = "sid";

  /** By what name the document of the API calls the token that a request has to carry. */
  public static final String SESSION = "session";

  /** The role of every signed-in user. */
  public static final String USER = "user";

  /** The role, besides {@link #USER}, of those who look after the marketplace: they read all. */
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
    Set<String> roles = token.getGroups();
    return new Caller(
        token.getSubject(),
        token.getName(),
        token.getClaim(SESSION_CLAIM),
        roles != null && roles.contains(ADMIN));
  }

  public Reader reader() {
    return new Reader(userId, admin);
  }
}
