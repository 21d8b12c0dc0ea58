package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.audit.Deed;
import dev.ticketing.platform.session.EndedSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignOutTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final UserView ANN = new UserView("id", "Ann", "Lee", "ann@example.com");

  private final List<Deed> deeds = new ArrayList<>();
  private final Map<String, Instant> stored = new HashMap<>();
  private final SessionGraveyard graveyard = new MapGraveyard(stored);
  private final EndedSessions ended = new EndedSessions();
  private final Sessions sessions = new Sessions((user, sid, exp) -> sid, clockAt(NOW), 60);
  private final SignOut signOut = new SignOut(ended, graveyard, sessions, deeds::add, clockAt(NOW));

  @Test
  void aSignedOutSessionIsEndedHereAndStored() {
    signOut.signOut("s1", NOW.plusSeconds(10));
    assertTrue(ended.contains("s1"));
    assertTrue(stored.containsKey("s1"));
    assertFalse(ended.contains("s2"));
  }

  @Test
  void aSignOutIsWrittenDown() {
    signOut.signOut("s1", NOW.plusSeconds(10));
    assertEquals(List.of(Deed.done("SignOut", null)), deeds);
  }

  @Test
  void aSignOutIsRememberedUntilTheLastTokenOfTheSessionCouldHaveExpired() {
    signOut.signOut("s1", NOW.plusSeconds(10));
    assertTrue(stored.get("s1").isAfter(NOW.plus(Duration.ofMinutes(60))));
    Instant longLived = NOW.plus(Duration.ofDays(1));
    signOut.signOut("s2", longLived);
    assertTrue(stored.get("s2").isAfter(longLived));
  }

  @Test
  void aStoreThatFailsIsNotMistakenForASignOut() {
    SignOut failing =
        new SignOut(ended, new MapGraveyard(null), sessions, deeds::add, clockAt(NOW));
    assertThrows(NullPointerException.class, () -> failing.signOut("s1", NOW));
    assertTrue(ended.contains("s1"));
  }

  @Test
  void aNewServerRemembersSignOutsUntilTheirTokensHaveExpired() {
    signOut.signOut("s1", NOW);
    EndedSessions afterRestart = new EndedSessions();
    new RememberSignOuts(afterRestart, graveyard, clockAt(NOW.plusSeconds(5))).remember();
    assertTrue(afterRestart.contains("s1"));

    Instant over = NOW.plus(Duration.ofMinutes(63));
    new RememberSignOuts(afterRestart, graveyard, clockAt(over)).forgetExpired();
    assertFalse(afterRestart.contains("s1"));
    assertTrue(stored.isEmpty());
  }

  @Test
  void clearingKeepsWhatCouldStillBeUsed() {
    signOut.signOut("s1", NOW);
    Instant before = NOW.plus(Duration.ofMinutes(60));
    new RememberSignOuts(ended, graveyard, clockAt(before)).forgetExpired();
    assertTrue(ended.contains("s1"));
    assertTrue(stored.containsKey("s1"));
  }

  @Test
  void everySessionHasAnIdNobodyCanGuess() {
    String first = sessions.begin(ANN);
    assertEquals(22, first.length());
    assertFalse(first.equals(sessions.begin(ANN)));
  }

  @Test
  void aTokenLivesAsLongAsItIsSetTo() {
    Instant[] expiry = new Instant[1];
    new Sessions((user, sid, exp) -> "" + (expiry[0] = exp), clockAt(NOW), 5).renew(ANN, "s1");
    assertEquals(NOW.plus(Duration.ofMinutes(5)), expiry[0]);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sessions((user, sid, exp) -> sid, clockAt(NOW), 0));
  }

  private static Clock clockAt(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private record MapGraveyard(Map<String, Instant> stored) implements SessionGraveyard {

    @Override
    public void bury(String sessionId, Instant tokensExpireAt) {
      stored.put(sessionId, tokensExpireAt);
    }

    @Override
    public Map<String, Instant> unexpiredAt(Instant time) {
      return stored.entrySet().stream()
          .filter(entry -> !entry.getValue().isBefore(time))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void forgetBefore(Instant time) {
      stored.values().removeIf(time::isAfter);
    }
  }
}
