package dev.ticketing.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps the application from starting with origins that are none: what is written wrong, or a
 * wildcard, could otherwise let every page read what only the user may.
 */
@ApplicationScoped
public class OriginsAtStartup {

  void check(@Observes Startup event, Config config) {
    OwnOrigins.of(name -> config.getOptionalValue(name, String.class));
  }
}
