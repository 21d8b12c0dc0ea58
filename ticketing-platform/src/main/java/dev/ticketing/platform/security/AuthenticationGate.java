package dev.ticketing.platform.security;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Stands before every method that needs a role: without a valid token of a session that still lives
 * the answer is 401 with the API's error body, where the container alone would answer 403 or HTML.
 */
public class AuthenticationGate implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    boolean needsRole =
        method.isAnnotationPresent(RolesAllowed.class)
            || resource.getResourceClass().isAnnotationPresent(RolesAllowed.class)
                && !method.isAnnotationPresent(PermitAll.class);
    if (needsRole) {
      context.register(TokenRequired.class);
    }
  }

  /** Lets a request pass only with a token. */
  @Priority(Priorities.AUTHENTICATION - 900)
  public static class TokenRequired implements ContainerRequestFilter {

    @Context private HttpServletRequest request;
    @Context private HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext context) {
      Principal principal = context.getSecurityContext().getUserPrincipal();
      if (!(principal instanceof JsonWebToken)) {
        authenticate();
        principal = request.getUserPrincipal();
      }
      if (!(principal instanceof JsonWebToken token) || isEnded(token)) {
        throw dev.ticketing.contracts.error.Refusal.unauthenticated("Authentication required");
      }
    }

    private static boolean isEnded(JsonWebToken token) {
      return EndedSessions.ofThisServer().contains(token.getClaim(Caller.SESSION_CLAIM));
    }

    private void authenticate() {
      try {
        request.authenticate(new Unanswered(response));
      } catch (IOException | ServletException e) {
        // no valid token: the caller checks the principal
      }
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
