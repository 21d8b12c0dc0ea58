package dev.ticketing.platform.security;

import dev.ticketing.platform.audit.RequestOrigin;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets the audit know, while a request is answered, who has sent it and from where. */
@Provider
@PreMatching
@Priority(1)
public class RequestOrigins implements ContainerRequestFilter, ContainerResponseFilter {

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    RequestOrigin.enter(() -> originOf(request));
  }

  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext response) {
    RequestOrigin.leave();
  }

  static RequestOrigin originOf(HttpServletRequest request) {
    String who =
        request.getUserPrincipal() instanceof JsonWebToken token
            ? token.getSubject()
            : RequestOrigin.ANONYMOUS;
    return new RequestOrigin(
        who, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }
}
