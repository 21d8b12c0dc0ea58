package dev.ticketing.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void theSameTextIsKnownAgainAndNotReadable() {
    assertEquals("ba7816bf8f01cfea", Fingerprint.of("abc"));
    assertNotEquals(Fingerprint.of("ann@example.com"), Fingerprint.of("bob@example.com"));
  }
}
