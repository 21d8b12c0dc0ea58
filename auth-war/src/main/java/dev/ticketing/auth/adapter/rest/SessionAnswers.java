package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.Sessions;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/**
 * Hands the token of a session over with an answer: in the cookie for browsers, and as {@code
 * Authorization: Bearer}, ready to be sent back as it is, for other clients.
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

  Response begun(Response.Status status, UserView user, HttpServletRequest request) {
    return withToken(Response.status(status).entity(user), sessions.begin(user), request);
  }

  /** A session for somebody who was away to sign in, and back to the page he came from. */
  Response.ResponseBuilder begunOnReturn(URI page, UserView user, HttpServletRequest request) {
    Response session = begun(Response.Status.FOUND, user, request);
    return Response.fromResponse(session).entity(null).location(page);
  }

  /** With a new token only when the caller's no longer says what is true. */
  Response renewed(UserView user, Caller caller, HttpServletRequest request) {
    Response.ResponseBuilder response = Response.ok(user);
    return user.email().equals(caller.email())
        ? response.build()
        : withToken(response, sessions.renew(user, caller.sessionId()), request);
  }

  Response ended(HttpServletRequest request) {
    return Response.ok(Map.of())
        .header(HttpHeaders.SET_COOKIE, SessionCookie.removed(request.isSecure()))
        .build();
  }

  private Response withToken(
      Response.ResponseBuilder response, String token, HttpServletRequest request) {
    return response
        .header(
            HttpHeaders.SET_COOKIE,
            SessionCookie.holding(token, sessions.lifetime(), request.isSecure()))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .build();
  }
}
