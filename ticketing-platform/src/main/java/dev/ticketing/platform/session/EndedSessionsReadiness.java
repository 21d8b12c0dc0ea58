package dev.ticketing.platform.session;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A server is ready once it knows whose tokens it must refuse. */
@Readiness
@ApplicationScoped
public class EndedSessionsReadiness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ended-sessions")
        .status(EndedSessions.ofThisServer().isComplete())
        .build();
  }
}
