package dev.ticketing.auth.adapter.rest;

import dev.ticketing.platform.security.SessionToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A request on the way to a provider or back, and who is signed in in the browser it is from. */
abstract class BrowserRequest {

  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;
  @Context private HttpHeaders headers;

  HttpServletRequest servlet() {
    return request;
  }

  HttpHeaders headers() {
    return headers;
  }

  Optional<String> userId() {
    return SessionToken.live(request, response).map(JsonWebToken::getSubject);
  }
}
