package dev.ticketing.auth.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.AttemptSeal;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.platform.site.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptCookieTest {

  private static final Attempt ATTEMPT = new Attempt("s", "n", "v", "/", null, Instant.MAX);
  private static final AttemptSeal SEAL =
      new AttemptSeal() {
        @Override
        public String seal(Provider provider, Attempt attempt) {
          return "sealed";
        }

        @Override
        public Optional<Attempt> open(Provider provider, String sealed) {
          return sealed.equals("sealed") ? Optional.of(ATTEMPT) : Optional.empty();
        }
      };

  private final AttemptCookie plain = cookie("http://localhost:9080");
  private final AttemptCookie secure = cookie("https://tickets.example.org");

  @Test
  void scriptsAndOtherSitesDoNotGetItAndItEndsWithTheAttempt() {
    assertEquals(
        "ticketing_attempt_google=sealed; Path=/; Max-Age=600; HttpOnly; SameSite=Lax",
        plain.holding(Provider.GOOGLE, ATTEMPT));
  }

  @Test
  void overTlsItBelongsToThisHostAlone() {
    assertEquals(
        "__Host-ticketing_attempt_facebook=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
        secure.removed(Provider.FACEBOOK));
  }

  @Test
  void itIsFoundUnderItsOwnNameOnly() {
    assertEquals(Optional.of(ATTEMPT), plain.in(with("ticketing_attempt_google"), Provider.GOOGLE));
    assertEquals(Optional.empty(), plain.in(with("ticketing_attempt_google"), Provider.FACEBOOK));
    assertEquals(Optional.empty(), secure.in(with("ticketing_attempt_google"), Provider.GOOGLE));
    assertEquals(Optional.empty(), plain.in(with(null), Provider.GOOGLE));
  }

  private static AttemptCookie cookie(String site) {
    return new AttemptCookie(SEAL, new PublicAddress(site));
  }

  private static HttpServletRequest with(String name) {
    Cookie[] cookies = name == null ? null : new Cookie[] {new Cookie(name, "sealed")};
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            AttemptCookieTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> cookies);
  }
}
