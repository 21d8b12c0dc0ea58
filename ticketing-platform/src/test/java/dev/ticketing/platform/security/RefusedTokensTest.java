package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusedTokensTest {

  private Instant now = Instant.parse("2027-01-01T12:00:00Z");

  @Test
  void badTokensAreReportedAtMostOnceAMinute() {
    RefusedTokens refused = new RefusedTokens(new Moving());
    assertTrue(refused.count());
    now = now.plus(Duration.ofSeconds(59));
    assertFalse(refused.count());
    now = now.plus(Duration.ofSeconds(1));
    assertTrue(refused.count());
  }

  private final class Moving extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
