package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.Session.Renewal;
import dev.ticketing.contracts.event.SessionEnded;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Instant TOKENS_EXPIRE = NOW.plus(Duration.ofMinutes(12));
  private static final String ID = "0123456789abcdef01234567";
  private static final String USER = "650000000000000000000001";
  private static final SessionRules RULES =
      new SessionRules(Duration.ofDays(30), Duration.ofDays(90));

  private final RefreshToken first = RefreshToken.first(ID);
  private final RefreshToken second = first.next();
  private final Session session =
      Session.begin(first, USER, new RequestFacts("Firefox", "192.0.2.1"), RULES, NOW);

  private Renewal renew(RefreshToken token, RefreshToken next, Instant time) {
    return session.renew(token, next, RULES, time, TOKENS_EXPIRE);
  }

  @Test
  void aTokenRenewsTheSessionOnce() {
    Instant later = NOW.plusSeconds(60);

    assertEquals(Renewal.RENEWED, renew(first, second, later));

    assertEquals(later, session.lastUsedAt());
    assertEquals(Renewal.RENEWED, renew(second, second.next(), later));
    assertEquals(List.of(), session.outbox());
  }

  @Test
  void aSpentTokenEndsTheSessionForEverybody() {
    RefreshToken third = second.next();
    renew(first, second, NOW);
    renew(second, third, NOW);

    assertEquals(Renewal.REUSED, renew(first, first.next(), NOW));

    assertEquals(EndReason.TOKEN_REUSED, session.endReason());
    assertEquals(Renewal.REFUSED, renew(third, third.next(), NOW));
  }

  @Test
  void aTokenThatWasMadeUpEndsNothing() {
    RefreshToken madeUp = RefreshToken.first(ID);

    assertEquals(Renewal.REFUSED, renew(madeUp, madeUp.next(), NOW));

    assertTrue(session.isLive(NOW));
    assertEquals(Renewal.RENEWED, renew(first, second, NOW));
  }

  @Test
  void aSessionThatIsLeftAloneExpires() {
    Instant end = NOW.plus(RULES.idle());

    assertTrue(session.isLive(end.minusMillis(1)));
    assertFalse(session.isLive(end));
    assertEquals(Renewal.REFUSED, renew(first, second, end));
    assertNull(session.endedAt());
  }

  @Test
  void noSessionLastsForEverHoweverOftenItIsRenewed() {
    RefreshToken token = first;
    for (int day = 20; day < 90; day += 20) {
      RefreshToken next = token.next();
      assertEquals(Renewal.RENEWED, renew(token, next, NOW.plus(Duration.ofDays(day))));
      token = next;
    }

    assertEquals(NOW.plus(RULES.longest()), session.expiresAt());
    assertEquals(Renewal.REFUSED, renew(token, token.next(), NOW.plus(RULES.longest())));
  }

  @Test
  void anEndIsToldOnceWithItsReasonAndUntilWhenItMatters() {
    assertTrue(session.end(EndReason.SIGNED_OUT, NOW, TOKENS_EXPIRE));
    assertFalse(session.end(EndReason.PASSWORD_CHANGED, NOW.plusSeconds(1), TOKENS_EXPIRE));

    assertEquals(1, session.outbox().size());
    assertEquals(
        new SessionEnded(new SessionEnded.Session(ID, USER, "SIGNED_OUT", TOKENS_EXPIRE)),
        session.outbox().get(0).data());
    assertEquals(EndReason.SIGNED_OUT, session.endReason());
    assertEquals(NOW, session.endedAt());
  }

  @Test
  void theEventKeepsItsSchemaAndCarriesNoSecret() {
    session.end(EndReason.SIGNED_OUT, NOW, TOKENS_EXPIRE);

    String json = EventJson.write(session.outbox().get(0));

    assertEquals(session.outbox().get(0), new EventSchemas().read(json));
    assertFalse(json.contains(first.hash()), json);
    assertFalse(json.contains(first.familyHash()), json);
  }

  @Test
  void anEndedSessionIsKeptUntilItsTokensHaveExpired() {
    Instant late = NOW.plus(Duration.ofDays(3));
    session.end(EndReason.SIGNED_OUT, NOW, late);
    assertEquals(late, session.expiresAt());
  }

  @Test
  void whatAClientCallsItselfIsCutAndShownInOneLine() {
    RequestFacts facts = new RequestFacts("x".repeat(500), "a\r\nb\u0007");

    assertEquals(200, facts.userAgent().length());
    assertEquals("a  b", facts.address());
    assertNull(new RequestFacts(" ", null).userAgent());
  }
}
