package dev.ticketing.platform.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenLifetimeTest {

  private static final Instant NOW = Instant.parse("2027-05-01T19:30:00Z");

  @Test
  void tenMinutesUnlessSetOtherwise() {
    assertEquals(Duration.ofMinutes(10), TokenLifetime.parse(TokenLifetime.DEFAULT).length());
    assertEquals(Duration.ofSeconds(5), TokenLifetime.parse("PT5S").length());
    assertThrows(IllegalArgumentException.class, () -> TokenLifetime.parse("0"));
  }

  @Test
  void anEndIsRememberedLongerThanAnyTokenLives() {
    TokenLifetime lifetime = TokenLifetime.parse("10");

    assertTrue(lifetime.lastExpiry(NOW).isAfter(NOW.plus(lifetime.length())));
    assertEquals(NOW, lifetime.firstThatMatters(lifetime.lastExpiry(NOW)));
  }
}
