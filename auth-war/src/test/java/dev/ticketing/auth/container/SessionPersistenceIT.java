package dev.ticketing.auth.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.RefreshToken;
import dev.ticketing.auth.domain.RequestFacts;
import dev.ticketing.auth.domain.Session;
import dev.ticketing.auth.domain.Session.Renewal;
import dev.ticketing.auth.domain.SessionRules;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.AggregateRules;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.testing.probe.Simultaneously;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class SessionPersistenceIT {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00.123Z");
  private static final Instant TOKENS_EXPIRE = NOW.plusSeconds(720);
  private static final String USER = Identifier.next();
  private static final SessionRules RULES =
      new SessionRules(Duration.ofDays(30), Duration.ofDays(90));
  private static final int THREADS = 8;
  private static final int ROUNDS = 20;

  @Inject private AuthUnit unit;
  private AggregateRules<Session> rules;

  @Deployment
  static EnterpriseArchive auth() {
    return AuthEar.build();
  }

  @BeforeEach
  void ofSessions() {
    rules =
        new AggregateRules<>(
            Session.class,
            unit.factory(),
            "auth",
            () -> session(RefreshToken.first(Identifier.next())));
    Patiently.await().until(() -> Api.anonymous().get("/health/ready").statusCode() == 200);
  }

  private static Session session(RefreshToken token) {
    return Session.begin(token, USER, new RequestFacts("Firefox", "192.0.2.1"), RULES, NOW);
  }

  @Test
  void everyFieldIsFoundAsItWasWritten() {
    RefreshToken token = RefreshToken.first(Identifier.next());
    rules.store().add(session(token));
    Instant later = NOW.plusSeconds(1);
    rules
        .store()
        .change(
            token.sessionId(),
            session -> session.renew(token, token.next(), RULES, later, TOKENS_EXPIRE));
    Session found = rules.found(token.sessionId());
    assertEquals(USER, found.userId());
    assertEquals(later, found.lastUsedAt());
    assertEquals(later.plus(RULES.idle()), found.expiresAt());
    assertEquals(1, found.version());

    rules.store().change(token.sessionId(), s -> s.end(EndReason.SIGNED_OUT, later, TOKENS_EXPIRE));
    found = rules.found(token.sessionId());
    assertEquals(later, found.endedAt());
    assertEquals(EndReason.SIGNED_OUT, found.endReason());
    assertEquals(TOKENS_EXPIRE, found.tokensExpireAt());
  }

  @Test
  void whatIsStoredIsNotWhatRenewsASession() {
    RefreshToken token = RefreshToken.first(Identifier.next());
    rules.store().add(session(token));

    Document stored = Documents.find("auth", "sessions", token.sessionId()).orElseThrow();

    assertEquals(64, stored.getString("tokenHash").length());
    assertFalse(stored.toJson().contains(token.text().substring(16, 40)), stored::toJson);
    assertFalse(stored.toJson().contains(token.text().substring(40)), stored::toJson);
  }

  @Test
  void loadingASessionAndCommittingLeavesItsVersion() {
    rules.loadingAndCommittingLeavesTheVersion();
  }

  @Test
  void ofManyServersThatRenewWithOneTokenAtOnceOneDoesAndTheSessionEnds() {
    for (int round = 0; round < ROUNDS; round++) {
      RefreshToken token = RefreshToken.first(Identifier.next());
      rules.store().add(session(token));

      List<Renewal> outcomes =
          Simultaneously.run(THREADS, thread -> () -> renewal(rules.store(), token));

      assertEquals(1, outcomes.stream().filter(Renewal.RENEWED::equals).count());
      assertEquals(1, outcomes.stream().filter(Renewal.REUSED::equals).count());
      assertEquals(EndReason.TOKEN_REUSED, rules.found(token.sessionId()).endReason());
    }
  }

  private static Renewal renewal(AggregateStore<Session> server, RefreshToken token) {
    Renewal[] outcome = new Renewal[1];
    server.change(
        token.sessionId(),
        session -> outcome[0] = session.renew(token, token.next(), RULES, NOW, TOKENS_EXPIRE));
    return outcome[0];
  }

  @Test
  void whatASessionTellsIsInItsDocumentUntilItIsPublished() {
    rules.whatItTellsIsInItsDocumentUntilItIsPublished(
        session -> session.end(EndReason.SIGNED_OUT, NOW, TOKENS_EXPIRE), EventType.SessionEnded);
  }
}
