package dev.ticketing.platform.security;

import dev.ticketing.contracts.error.Refusal;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

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
      if (SessionToken.live(request, response).isEmpty()) {
        throw Refusal.unauthenticated("Authentication required");
      }
    }
  }
}
