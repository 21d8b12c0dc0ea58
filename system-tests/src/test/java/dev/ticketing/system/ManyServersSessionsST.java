package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.Part;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SecondServer;
import dev.ticketing.system.running.Services;
import dev.ticketing.system.running.SigningKeys;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Topics;
import dev.ticketing.system.running.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers, which sign with keys of their own, agree on whose tokens are good: what ends on one
 * has ended on the other, and a key that is trusted, or no longer, is so on both.
 */
@SystemTest
@Order(Turn.OUTAGES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyServersSessionsST {

  private static final String SECOND_KEY = "second";
  private static final int SIGN_OUTS = 20;

  /** It takes milliseconds, see what is printed; a busy machine needs some room. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Ticketing ticketing;
  private final SigningKeys keys;
  private SecondServer second;
  private Wire there;

  ManyServersSessionsST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.keys = new SigningKeys(ticketing.machinery().stack().keys());
  }

  @BeforeAll
  void startSecondServer() {
    keys.add(SECOND_KEY);
    second =
        ticketing
            .machinery()
            .startSecondServer(
                Map.of("JWT_KEY_ALIAS", SECOND_KEY, "TRUSTED_PROXIES", "127\\.0\\.0\\.1"));
    second.awaitReady();
    there = new Wire(second.uri());
  }

  @AfterAll
  void stopSecondServer() {
    if (second != null) {
      there.close();
      second.close();
    }
  }

  @Test
  void aSignOutHereIsOneThereWithinASecond() {
    User user = ticketing.newUser();
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < SIGN_OUTS; i++) {
      User session = user.withTokenOf(user.signIn().expect(200));
      Services.allAnswer(200, session.through(there));

      session.post("/api/users/signout", Map.of()).expect(200);

      long begin = System.nanoTime();
      Services.allAnswer(401, session);
      Eventually.equal(SOON, 401, () -> session.through(there).get("/api/orders").status());
      millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
      Services.allAnswer(401, session.through(there));
    }
    Collections.sort(millis);
    System.out.printf(
        "%d sign-outs known to the second server after %d ms (median), %d ms (longest)%n",
        SIGN_OUTS, millis.get(SIGN_OUTS / 2), millis.get(SIGN_OUTS - 1));
  }

  @Test
  void aStolenRefreshTokenThatIsUsedThereEndsTheSessionHere() {
    User user = ticketing.newUser();
    User thief = user.through(there);
    User renewed = user.refreshed(user.refresh().expect(200));

    thief.refresh().expect(401);

    Eventually.equal(SOON, 401, () -> renewed.get("/api/payments").status());
    Services.allAnswer(401, renewed);
    Services.allAnswer(401, renewed.through(there));
  }

  @Test
  void messagesThatAreNoEventsKeepNobodyFromHearingOfEnds() {
    try (Topics topics = new Topics(ticketing)) {
      for (String nonsense : List.of("", "{", "null", "[]", "{\"type\":\"SessionEnded\"}")) {
        for (int partition = 0; partition < 4; partition++) {
          byte[] bytes = nonsense.getBytes(StandardCharsets.UTF_8);
          topics.put(new ProducerRecord<>("sessions", partition, bytes, bytes));
        }
      }
    }
    User user = ticketing.newUser();

    user.through(there).post("/api/users/signout", Map.of()).expect(200);

    Eventually.equal(SOON, 401, () -> user.get("/api/orders").status());
    Services.allAnswer(401, user);
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void whileTheBrokerIsAwayTheServerOfTheSignOutRefusesTheTokenAndTheOtherDoesOnceItIsBack() {
    User user = ticketing.newUser();
    ticketing.machinery().stack().stop(Part.KAFKA);
    try {
      user.post("/api/users/signout", Map.of()).expect(200);
      Services.allAnswer(401, user);
      Services.allAnswer(200, user.through(there));
    } finally {
      ticketing.machinery().stack().start(Part.KAFKA);
    }
    Eventually.equal(
        Duration.ofMinutes(1), 401, () -> user.through(there).get("/api/orders").status());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aKeyIsTrustedByAllServersFromItsPublicationToItsRetirement() {
    User here = ticketing.newUser();
    User other = here.through(there);
    User signedThere = other.withTokenOf(other.signIn().expect(200));
    assertNotEquals(keyOf(here), keyOf(signedThere));
    assertEquals(
        2, ticketing.visitor().get("/api/users/jwks").expect(200).json().path("keys").size());
    Services.allAnswer(200, other);
    Services.allAnswer(200, signedThere);
    Wire first = new Wire(ticketing.uri());
    Services.allAnswer(200, signedThere.through(first));

    keys.retire(SECOND_KEY);
    try {
      Eventually.equal(SOON, 401, () -> signedThere.through(first).get("/api/orders").status());
      Eventually.equal(SOON, 401, () -> signedThere.get("/api/orders").status());
      Services.allAnswer(401, signedThere);
      Services.allAnswer(401, signedThere.through(first));
      Services.allAnswer(200, here);
      Services.allAnswer(200, other);
    } finally {
      first.close();
    }
  }

  @Test
  void overTlsCookiesHaveNamesThatBrowsersGuardAndNoOtherIsBelieved() {
    User user = ticketing.newUser();
    Answer signIn =
        overTls("nothing=1")
            .post("/api/users/signin", Map.of("email", user.email(), "password", User.PASSWORD))
            .expect(200);
    String access = signIn.cookie("__Host-ticketing_token");
    String refresh = signIn.cookie("__Secure-ticketing_refresh");
    signIn
        .headers()
        .get("Set-Cookie")
        .forEach(cookie -> assertTrue(cookie.endsWith("; Secure"), cookie));

    overTls("__Host-ticketing_token=" + access).get("/api/orders").expect(200);
    overTls("ticketing_token=" + access).get("/api/orders").expect(401);
    overTls("ticketing_refresh=" + refresh).post("/api/users/refresh", Map.of()).expect(401);
    overTls("__Secure-ticketing_refresh=" + refresh)
        .post("/api/users/refresh", Map.of())
        .expect(200);
  }

  /** A browser before a proxy that it reaches over TLS. */
  private Visitor overTls(String cookie) {
    return new Visitor(
        there,
        Map.of("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https", "Cookie", cookie));
  }

  private static String keyOf(User user) {
    return Answer.headerOf(user.token()).path("kid").asText();
  }
}
