package dev.ticketing.system;

import static dev.ticketing.system.running.Traveller.GOOGLE;
import static dev.ticketing.system.running.Traveller.pathOf;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.identity.Fault;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Browser;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Traveller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who tampers with the way to a provider and back signs nobody in, neither himself nor others. */
@SystemTest
class OAuthAttacksST {

  private static final String FAILED = "/auth/signin?error=failed";
  private static final String EXPIRED = "/auth/signin?error=expired";

  private final Ticketing ticketing;
  private Traveller grace;

  OAuthAttacksST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @BeforeEach
  void somebodyElseEachTime() {
    grace = new Traveller(ticketing);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WRONG_NONCE",
        "WRONG_AUDIENCE",
        "WRONG_ISSUER",
        "FOREIGN_KEY",
        "UNSIGNED",
        "SIGNED_BY_SECRET",
        "EXPIRED",
        "NUMERIC_SUBJECT"
      })
  void aTokenThatIsWrongSignsNobodyIn(Fault fault) {
    grace.agrees(fault);

    assertEquals(FAILED, pathOf(grace.comesBack(GOOGLE)));
    grace.assertIsNobody();
  }

  @Test
  void theWayBackIsGoodOnce() {
    Answer there = grace.goes(GOOGLE);
    Browser thief = grace.browser().copy();
    grace.browser().follow(there);

    Answer again = grace.browser().follow(there);
    Answer withItsCookie = thief.follow(there);

    assertEquals(EXPIRED, pathOf(again));
    assertEquals(EXPIRED, pathOf(withItsCookie));
    assertEquals("", thief.userId());
  }

  @Test
  void aCodeThatWasUsedElsewhereIsRefusedByTheProvider() {
    Answer first = grace.goes(GOOGLE);
    String code = pathOf(first).replaceFirst(".*[?&]code=([^&]+).*", "$1");
    grace.browser().follow(first);
    Browser thief = grace.otherBrowser();
    String own = pathOf(thief.follow(thief.get(GOOGLE)));

    Answer stolen = thief.get(own.replaceFirst("code=[^&]+", "code=" + code));

    assertEquals(FAILED, pathOf(stolen));
    assertEquals("", thief.userId());
  }

  @Test
  void aWayBackThatThisBrowserHasNotBegunSignsNobodyIn() {
    Answer attackers = grace.goes(GOOGLE);
    Browser victim = grace.otherBrowser();
    Answer withoutAny = victim.follow(attackers);
    victim.get(GOOGLE);
    Answer withAnother = victim.follow(attackers);

    assertEquals(EXPIRED, pathOf(withoutAny));
    assertEquals(EXPIRED, pathOf(withAnother));
    assertEquals("", victim.userId());
    grace.browser().follow(attackers);
    assertNotEquals("", grace.browser().userId(), "the control: who began it comes in");
  }

  @Test
  void aChangedStateSignsNobodyInAndLeavesTheAttemptAlone() {
    Answer there = grace.goes(GOOGLE);

    Answer forged = grace.browser().get(pathOf(there).replaceFirst("state=[^&]+", "state=other"));

    assertEquals(EXPIRED, pathOf(forged));
    grace.assertIsNobody();
    grace.browser().follow(there);
    assertNotEquals("", grace.browser().userId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "//evil.example", "/%5Cevil.example", "/%09/evil.example"})
  void noLinkOfOursLeadsToAnotherSite(String target) {
    Answer back = grace.comesBack(GOOGLE + "?returnTo=" + target);

    assertEquals(
        "http://localhost:" + ticketing.uri().getPort() + "/", back.expect(302).header("Location"));
  }

  @Test
  void whatTheBrowserKeepsIsOutOfReachAndUnreadable() {
    String cookie = grace.browser().get(GOOGLE).header("Set-Cookie");

    assertAll(
        () -> assertTrue(cookie.contains("; HttpOnly"), cookie),
        () -> assertTrue(cookie.contains("; SameSite=Lax"), cookie),
        () -> assertTrue(cookie.contains("; Max-Age=600"), cookie),
        () -> assertFalse(cookie.contains("verifier"), cookie));
  }
}
