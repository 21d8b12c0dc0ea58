package dev.ticketing.auth.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

  @Test
  void scriptsAndOtherSitesDoNotGetTheCookieAndItGoesWithTheToken() {
    assertEquals(
        "ticketing_token=abc; Path=/; Max-Age=600; HttpOnly; SameSite=Lax",
        SessionCookie.ACCESS.holding("abc", Duration.ofMinutes(10), false));
  }

  @Test
  void theRefreshTokenGoesToTheUsersOnlyAndNeverFromElsewhere() {
    assertEquals(
        "ticketing_refresh=abc; Path=/api/users; Max-Age=86400; HttpOnly; SameSite=Strict",
        SessionCookie.REFRESH.holding("abc", Duration.ofDays(1), false));
  }

  @Test
  void overHttpsTheCookiesStayOnHttpsUnderNamesThatBrowsersGuard() {
    assertEquals(
        "__Host-ticketing_token=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
        SessionCookie.ACCESS.holding("abc", Duration.ofMinutes(1), true));
    assertEquals(
        "__Secure-ticketing_refresh=abc; Path=/api/users; Max-Age=60; HttpOnly; SameSite=Strict;"
            + " Secure",
        SessionCookie.REFRESH.holding("abc", Duration.ofMinutes(1), true));
  }

  @Test
  void aRemovedCookieIsForgottenAtOnce() {
    assertEquals(
        "ticketing_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
        SessionCookie.ACCESS.removed(false));
  }
}
