package dev.ticketing.auth.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

  @Test
  void scriptsAndOtherSitesDoNotGetTheCookieAndItGoesWithTheToken() {
    assertEquals(
        "ticketing_token=abc; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax",
        SessionCookie.holding("abc", Duration.ofMinutes(60), false));
  }

  @Test
  void overHttpsTheCookieStaysOnHttps() {
    assertEquals(
        "ticketing_token=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
        SessionCookie.holding("abc", Duration.ofMinutes(1), true));
  }

  @Test
  void aRemovedCookieIsForgottenAtOnce() {
    assertEquals(
        "ticketing_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
        SessionCookie.removed(false));
  }
}
