package dev.ticketing.platform.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

  private static final Instant NOW = Instant.parse("2027-05-01T19:30:00Z");

  private final EndedSessions sessions = new EndedSessions();

  @Test
  void onlyASessionThatEndedIsEnded() {
    sessions.add("ended", NOW.plusSeconds(60));
    assertTrue(sessions.contains("ended"));
    assertFalse(sessions.contains("other"));
    assertFalse(sessions.contains(null));
  }

  @Test
  void manyEndedSessionsAreRememberedUntilTheirTokensExpire() {
    for (int i = 0; i < 1_000; i++) {
      sessions.add("s" + i, NOW.plusSeconds(1));
    }
    for (int i = 0; i < 1_000; i++) {
      assertTrue(sessions.contains("s" + i));
    }
  }

  @Test
  void sessionsAreForgottenOnceTheirTokensHaveExpiredBeforeATime() {
    sessions.add("expired", NOW.minusSeconds(1));
    sessions.add("living", NOW);

    sessions.forgetBefore(NOW);

    assertFalse(sessions.contains("expired"));
    assertTrue(sessions.contains("living"));
  }

  @Test
  void whoHasHeardNothingYetIsNotComplete() {
    assertFalse(sessions.isComplete());
    sessions.complete();
    assertTrue(sessions.isComplete());
  }

  @Test
  void allApplicationsOfAServerShareThem() {
    assertSame(EndedSessions.ofThisServer(), EndedSessions.ofThisServer());
  }
}
