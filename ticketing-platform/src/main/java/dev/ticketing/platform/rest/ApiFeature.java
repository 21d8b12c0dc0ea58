package dev.ticketing.platform.rest;

import dev.ticketing.platform.security.CrossSiteGuard;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Puts the product's JSON, error bodies and limits into every REST application of the server. */
public class ApiFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context
        .register(JsonBody.class)
        .register(Failures.class)
        .register(Violations.class)
        .register(BodyLimits.class)
        .register(NotKept.class)
        .register(CrossSiteGuard.class);
    return true;
  }
}
