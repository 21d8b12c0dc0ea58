package dev.ticketing.platform.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Limits the bodies of every resource method: to 64 KiB, or to what it says by {@link MaxBody}. */
public class BodyLimits implements DynamicFeature {

  private static final int USUAL_BYTES = 64 * 1024;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    MaxBody own = resource.getResourceMethod().getAnnotation(MaxBody.class);
    int bytes = own == null ? USUAL_BYTES : own.value();
    context.register(new BodyLimit(bytes), Priorities.AUTHORIZATION);
  }
}
