package dev.ticketing.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The product's clock. It ticks in milliseconds, the precision the document store keeps, so that a
 * time means the same before and after it was stored.
 */
@ApplicationScoped
public class ClockSource {

  @Produces
  public Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
