package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.SessionTokens;
import dev.ticketing.auth.application.Sessions;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/**
 * Hands the tokens of a session over with an answer: in cookies for browsers, and the access token
 * as {@code Authorization: Bearer}, ready to be sent back as it is, for other clients.
 */
@ApplicationScoped
public class SessionAnswers {

  private Sessions sessions;

  /** For the container's proxy. */
  protected SessionAnswers() {}

  @Inject
  public SessionAnswers(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The user, and a new session of his. */
  Response begun(Response.Status status, UserView user, HttpServletRequest request) {
    SessionTokens tokens = sessions.begin(user, Requests.factsOf(request));
    return withCookies(Response.status(status).entity(user), tokens, request.isSecure())
        .header(HttpHeaders.AUTHORIZATION, bearer(tokens.access()))
        .build();
  }

  /** A session for somebody who was away to sign in, and back to the page he came from. */
  Response.ResponseBuilder begunOnReturn(URI page, UserView user, HttpServletRequest request) {
    SessionTokens tokens = sessions.begin(user, Requests.factsOf(request));
    return withCookies(
        Response.status(Response.Status.FOUND).location(page), tokens, request.isSecure());
  }

  /** With a new access token only when the caller's no longer says what is true. */
  Response renewed(UserView user, Caller caller, HttpServletRequest request) {
    Response.ResponseBuilder response = Response.ok(user);
    if (!user.email().equals(caller.email())) {
      sessions
          .renewAccess(user, caller.sessionId())
          .ifPresent(
              token ->
                  response
                      .header(HttpHeaders.SET_COOKIE, accessCookie(token, request))
                      .header(HttpHeaders.AUTHORIZATION, bearer(token)));
    }
    return response.build();
  }

  private String accessCookie(String token, HttpServletRequest request) {
    return SessionCookie.ACCESS.holding(token, sessions.accessLifetime(), request.isSecure());
  }

  /** The tokens in cookies only, where no script can read them. */
  Response refreshed(SessionTokens tokens, HttpServletRequest request) {
    Map<String, Long> body = Map.of("expiresIn", tokens.accessLifetime().toSeconds());
    return withCookies(Response.ok(body), tokens, request.isSecure()).build();
  }

  /** Nothing of a session is left to the browser. */
  Response ended(HttpServletRequest request) {
    return withoutCookies(Response.ok(Map.of()), request);
  }

  Response refused(HttpServletRequest request) {
    return withoutCookies(
        Response.status(Response.Status.UNAUTHORIZED)
            .entity(ErrorBody.of("Authentication required")),
        request);
  }

  private static Response.ResponseBuilder withCookies(
      Response.ResponseBuilder response, SessionTokens tokens, boolean secure) {
    return response
        .header(
            HttpHeaders.SET_COOKIE,
            SessionCookie.ACCESS.holding(tokens.access(), tokens.accessLifetime(), secure))
        .header(
            HttpHeaders.SET_COOKIE,
            SessionCookie.REFRESH.holding(tokens.refresh(), tokens.refreshLifetime(), secure));
  }

  static Response withoutCookies(Response.ResponseBuilder response, HttpServletRequest request) {
    for (SessionCookie cookie : SessionCookie.values()) {
      response.header(HttpHeaders.SET_COOKIE, cookie.removed(request.isSecure()));
    }
    return response.build();
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }
}
