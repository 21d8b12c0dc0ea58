package dev.ticketing.platform.security;

import dev.ticketing.contracts.error.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses changes that another site's page has sent off in a user's browser: browsers say where a
 * request comes from, in {@code Sec-Fetch-Site} or {@code Origin}, and pages cannot change what
 * they say. Pages of an origin that is allowed by name count as our own. A client that says neither
 * is no browser and passes.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 950)
public class CrossSiteGuard implements ContainerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Supplier<OwnOrigins> configured;
  private volatile OwnOrigins ownOrigins;

  public CrossSiteGuard() {
    this(CrossSiteGuard::configuredOrigins);
  }

  /**
   * @param configured asked at the first request that names its origin
   */
  CrossSiteGuard(Supplier<OwnOrigins> configured) {
    this.configured = configured;
  }

  private static OwnOrigins configuredOrigins() {
    Config config = ConfigProvider.getConfig();
    return OwnOrigins.of(name -> config.getOptionalValue(name, String.class));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (READING.contains(request.getMethod())) {
      return;
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    if (origin != null && ownOrigins().contains(origin)) {
      return;
    }
    boolean foreign =
        site != null && !OWN.contains(site)
            || origin != null
                && !Origin.isOf(origin, hostOf(request), isSecure(request.getSecurityContext()));
    if (foreign) {
      throw Refusal.forbidden("A page of another site may not do this");
    }
  }

  private OwnOrigins ownOrigins() {
    OwnOrigins known = ownOrigins;
    if (known == null) {
      known = configured.get();
      ownOrigins = known;
    }
    return known;
  }

  private static boolean isSecure(SecurityContext security) {
    return security != null && security.isSecure();
  }

  private static String hostOf(ContainerRequestContext request) {
    String host = request.getHeaderString(HttpHeaders.HOST);
    return host != null ? host : request.getUriInfo().getBaseUri().getRawAuthority();
  }
}
