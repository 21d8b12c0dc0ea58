package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.RefreshToken;
import dev.ticketing.auth.domain.RequestFacts;
import dev.ticketing.auth.domain.SessionRules;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.session.EndedSessions;
import dev.ticketing.platform.session.TokenLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions from their begin to their end, as the verbs of the application make them. */
class SessionsTest {

  private static final RequestFacts FACTS = new RequestFacts("Firefox", "192.0.2.1");
  private static final UserView ANN =
      new UserView(
          "650000000000000000000001", "Ann", "Lee", "ann@example.com", false, List.of("user"));
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Hand clock = new Hand();
  private final MemorySessions stored = new MemorySessions();
  private final EndedSessions ended = new EndedSessions();
  private final TokenLifetime lifetime = new TokenLifetime(LIFETIME);
  private final SessionRules rules = new SessionRules(Duration.ofDays(30), Duration.ofDays(90));
  private final Sessions sessions =
      new Sessions(stored, (user, sid, expiry) -> sid + " " + expiry, lifetime, rules, clock);
  private final EndSessions endSessions = new EndSessions(stored, ended, lifetime, clock);
  private final SignOut signOut = new SignOut(endSessions);
  private final RefreshSession refreshSession =
      new RefreshSession(stored, sessions, endSessions, new OnlyAnn(), lifetime, rules, clock);

  /** A clock that only moves when told. */
  private static final class Hand extends Clock {

    private Instant now = Instant.parse("2027-01-01T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static final class OnlyAnn implements UserDirectory {

    @Override
    public Optional<UserView> find(String id) {
      return Optional.of(ANN).filter(ann -> ann.id().equals(id));
    }

    @Override
    public Optional<Account> findAccount(String email) {
      return Optional.empty();
    }
  }

  private SessionTokens begin() {
    return sessions.begin(ANN, FACTS);
  }

  private static RefreshToken refreshOf(SessionTokens tokens) {
    return RefreshToken.parse(tokens.refresh()).orElseThrow();
  }

  private static String idOf(SessionTokens tokens) {
    return refreshOf(tokens).sessionId();
  }

  private void assertRefused(SessionTokens tokens) {
    Refusal refusal = assertThrows(Refusal.class, () -> refreshSession.refresh(refreshOf(tokens)));
    assertEquals(Refusal.Reason.UNAUTHENTICATED, refusal.reason());
  }

  @Test
  void aSessionIsStoredAndItsAccessTokenNamesItAndExpiresSoon() {
    SessionTokens tokens = begin();

    assertTrue(stored.find(idOf(tokens)).isPresent());
    assertEquals(idOf(tokens) + " " + clock.instant().plus(LIFETIME), tokens.access());
    assertEquals(LIFETIME, tokens.accessLifetime());
    assertEquals(Duration.ofDays(30), tokens.refreshLifetime());
  }

  @Test
  void whatIsHandedOutIsNotStored() {
    SessionTokens tokens = begin();

    assertFalse(tokens.toString().contains(tokens.refresh()));
    assertFalse(tokens.toString().contains(tokens.access()));
  }

  @Test
  void refreshTokensAreGoodOnceEach() {
    SessionTokens first = begin();
    clock.now = clock.now.plus(Duration.ofDays(20));
    SessionTokens second = refreshSession.refresh(refreshOf(first));
    clock.now = clock.now.plus(Duration.ofDays(20));
    SessionTokens third = refreshSession.refresh(refreshOf(second));

    assertEquals(idOf(first), idOf(third));
    assertEquals(Duration.ofDays(30), third.refreshLifetime());
  }

  @Test
  void aSpentRefreshTokenEndsTheSessionHereAtOnce() {
    SessionTokens first = begin();
    SessionTokens second = refreshSession.refresh(refreshOf(first));

    assertRefused(first);

    assertTrue(ended.contains(idOf(first)));
    assertRefused(second);
    assertEquals(EndReason.TOKEN_REUSED, stored.find(idOf(first)).orElseThrow().endReason());
  }

  @Test
  void aTokenOfNoSessionAndOneThatWasMadeUpAreRefusedAndEndNothing() {
    SessionTokens tokens = begin();
    RefreshToken madeUp = RefreshToken.first(idOf(tokens));

    assertThrows(Refusal.class, () -> refreshSession.refresh(madeUp));
    assertThrows(Refusal.class, () -> refreshSession.refresh(RefreshToken.first("f".repeat(24))));

    assertFalse(ended.contains(idOf(tokens)));
    refreshSession.refresh(refreshOf(tokens));
  }

  @Test
  void noAccessTokenOutlivesItsSession() {
    SessionRules brief = new SessionRules(Duration.ofMinutes(3), Duration.ofDays(90));
    SessionTokens tokens =
        new Sessions(stored, (user, sid, expiry) -> sid, lifetime, brief, clock).begin(ANN, FACTS);

    assertEquals(Duration.ofMinutes(3), tokens.accessLifetime());
    clock.now = clock.now.plus(Duration.ofMinutes(3));
    assertRefused(tokens);
  }

  @Test
  void aSignOutEndsTheSessionAndItIsRememberedUntilItsLastTokenHasExpired() {
    SessionTokens tokens = begin();
    signOut.signOut(idOf(tokens));

    assertTrue(ended.contains(idOf(tokens)));
    assertRefused(tokens);
    ended.forgetBefore(clock.instant().plus(LIFETIME));
    assertTrue(ended.contains(idOf(tokens)));
    ended.forgetBefore(clock.instant().plus(LIFETIME).plus(Duration.ofMinutes(3)));
    assertFalse(ended.contains(idOf(tokens)));
  }

  @Test
  void aRefreshTokenIsEnoughToSignOutEvenASpentOneButNotOneThatWasMadeUp() {
    SessionTokens tokens = begin();
    refreshSession.refresh(refreshOf(tokens));

    signOut.signOut(RefreshToken.first(idOf(tokens)));
    assertFalse(ended.contains(idOf(tokens)));
    signOut.signOut(refreshOf(tokens));
    assertTrue(ended.contains(idOf(tokens)));
  }

  @Test
  void aStoreThatFailsIsNotMistakenForASignOut() {
    SessionTokens tokens = begin();
    stored.goAway();

    assertThrows(IllegalStateException.class, () -> signOut.signOut(idOf(tokens)));
    assertFalse(ended.contains(idOf(tokens)));
  }

  @Test
  void allSessionsOfAUserEndButTheOneThatIsExcepted() {
    List<SessionTokens> others = java.util.stream.Stream.generate(this::begin).limit(60).toList();
    SessionTokens mine = begin();

    endSessions.ofUser(ANN.id(), idOf(mine), EndReason.PASSWORD_CHANGED);

    others.forEach(other -> assertTrue(ended.contains(idOf(other))));
    assertFalse(ended.contains(idOf(mine)));
    endSessions.ofUser(ANN.id(), null, EndReason.PASSWORD_CHANGED);
    assertTrue(ended.contains(idOf(mine)));
  }

  @Test
  void nobodyEndsTheSessionOfSomebodyElse() {
    SessionTokens tokens = begin();
    EndOwnSession own = new EndOwnSession(endSessions);

    Refusal refusal = assertThrows(Refusal.class, () -> own.end("f".repeat(24), idOf(tokens)));

    assertEquals(Refusal.Reason.NOT_FOUND, refusal.reason());
    assertFalse(ended.contains(idOf(tokens)));
    own.end(ANN.id(), idOf(tokens));
    assertTrue(ended.contains(idOf(tokens)));
  }

  @Test
  void aFurtherAccessTokenIsForSessionsThatLive() {
    SessionTokens tokens = begin();
    assertTrue(sessions.renewAccess(ANN, idOf(tokens)).isPresent());

    signOut.signOut(idOf(tokens));

    assertTrue(sessions.renewAccess(ANN, idOf(tokens)).isEmpty());
    assertTrue(sessions.renewAccess(ANN, "f".repeat(24)).isEmpty());
  }

  @Test
  void aServerThatBeginsKnowsWhatHasEndedAndIsCompleteThen() {
    SessionTokens tokens = begin();
    SessionTokens living = begin();
    signOut.signOut(idOf(tokens));
    EndedSessions atStart = new EndedSessions();

    new RememberEndedSessions(stored, atStart, clock).remember();

    assertTrue(atStart.contains(idOf(tokens)));
    assertFalse(atStart.contains(idOf(living)));
    assertTrue(atStart.isComplete());
  }
}
