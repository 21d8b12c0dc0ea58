package dev.ticketing.platform.security;

import dev.ticketing.platform.session.EndedSessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The token a request carries: as {@code Authorization: Bearer}, or else in the session's cookie.
 * The container verifies it, when it is asked to here and not before: only for a token that one of
 * our keys has signed, since it writes down all others in its log. It is kept from answering the
 * request when the token is bad.
 */
public final class SessionToken {

  private static final RefusedTokens REFUSED = new RefusedTokens(Clock.systemUTC());

  private SessionToken() {}

  /**
   * @return the verified token, of an ended session perhaps; empty when there is none or a bad one
   */
  public static Optional<JsonWebToken> verified(
      HttpServletRequest request, HttpServletResponse response) {
    Optional<PresentedToken> presented = PresentedToken.in(request);
    if (presented.isEmpty()) {
      return Optional.empty();
    }
    if (!isSignedByUs(presented.get())) {
      REFUSED.count();
      return Optional.empty();
    }
    if (!(request.getUserPrincipal() instanceof JsonWebToken)) {
      authenticate(request, response);
    }
    if (request.getUserPrincipal() instanceof JsonWebToken token) {
      return Optional.of(token);
    }
    REFUSED.count();
    return Optional.empty();
  }

  private static boolean isSignedByUs(PresentedToken token) {
    return token
        .keyId()
        .flatMap(VerificationKeys.ofThisServer()::find)
        .filter(token::isSignedBy)
        .isPresent();
  }

  /**
   * @return the verified token of a session that lives; empty when there is none
   */
  public static Optional<JsonWebToken> live(
      HttpServletRequest request, HttpServletResponse response) {
    return verified(request, response).filter(SessionToken::isOfALiveSession);
  }

  /** A token that names no session could not be refused when that ends. */
  private static boolean isOfALiveSession(JsonWebToken token) {
    String session = token.getClaim(Caller.SESSION_CLAIM);
    return session != null && !EndedSessions.ofThisServer().contains(session);
  }

  private static void authenticate(HttpServletRequest request, HttpServletResponse response) {
    try {
      request.authenticate(new Unanswered(response));
    } catch (IOException | ServletException e) {
      // no valid token: the caller looks at the principal
    }
  }

  /** Keeps the container's login from answering the request itself. */
  private static final class Unanswered extends HttpServletResponseWrapper {

    Unanswered(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) {}

    @Override
    public void sendError(int status, String message) {}

    @Override
    public void setStatus(int status) {}

    @Override
    public void sendRedirect(String location) {}

    @Override
    public void flushBuffer() {}
  }
}
