package dev.ticketing.auth.adapter.rest;

import static dev.ticketing.auth.application.provider.SignInFailure.Reason.FAILED;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.error.Refusal.Reason;
import dev.ticketing.platform.limits.Limit;
import dev.ticketing.platform.limits.LimitSettings;
import dev.ticketing.platform.limits.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AuthLimitsTest {

  private static final String ANN = "ann@example.com";
  private static final String BOB = "bob@example.com";
  private static final HttpServletRequest HERE = from("192.0.2.1");
  private static final HttpServletRequest THERE = from("192.0.2.2");
  private static final Supplier<String> RIGHT = () -> "welcome";
  private static final Supplier<String> WRONG =
      () -> {
        throw Refusal.invalid(null, "Invalid credentials");
      };

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  @Test
  void tenWrongPasswordsAreToldApartAndThenNoneIsLookedAt() {
    AuthLimits limits = limits();
    for (int i = 0; i < 10; i++) {
      assertRefused(Reason.INVALID, () -> limits.guess(ANN, HERE, WRONG));
    }
    for (int i = 0; i < 20; i++) {
      assertRefused(Reason.TOO_MANY, () -> limits.guess(ANN, HERE, WRONG));
    }
    assertRefused(Reason.TOO_MANY, () -> limits.guess(ANN, THERE, RIGHT));
    assertEquals("welcome", limits.guess(BOB, HERE, RIGHT));
  }

  @Test
  void whoSignsInOftenIsNeverRefused() {
    AuthLimits limits = limits();
    for (int i = 0; i < 300; i++) {
      assertEquals("welcome", limits.guess(ANN, HERE, RIGHT));
    }
  }

  @Test
  void aRightPasswordDoesNotMakeUpForWrongOnes() {
    AuthLimits limits = limits();
    for (int i = 0; i < 10; i++) {
      assertRefused(Reason.INVALID, () -> limits.guess(ANN, HERE, WRONG));
      if (i < 9) {
        limits.guess(ANN, HERE, RIGHT);
      }
    }
    assertRefused(Reason.TOO_MANY, () -> limits.guess(ANN, HERE, RIGHT));
  }

  @Test
  void whatTheServerCouldNotDecideIsNoGuess() {
    AuthLimits limits = limits();
    for (int i = 0; i < 300; i++) {
      assertRefused(
          Reason.OVERLOADED,
          () ->
              limits.guess(
                  ANN,
                  HERE,
                  () -> {
                    throw Refusal.overloaded("busy");
                  }));
      assertThrows(
          IllegalStateException.class,
          () ->
              limits.guess(
                  ANN,
                  HERE,
                  () -> {
                    throw new IllegalStateException();
                  }));
    }
  }

  @Test
  void oneAddressMayNotGuessAtManyAccountsAndThenLocksNoOtherOne() {
    variables.put("RATE_LIMIT_SIGNIN_ADDRESS", "20/PT15M");
    AuthLimits limits = limits();
    for (int i = 0; i < 20; i++) {
      String somebody = "user" + i + "@example.com";
      assertRefused(Reason.INVALID, () -> limits.guess(somebody, HERE, WRONG));
    }
    for (int i = 0; i < 20; i++) {
      assertRefused(Reason.TOO_MANY, () -> limits.guess(BOB, HERE, WRONG));
    }
    assertEquals("welcome", limits.guess(BOB, THERE, RIGHT));
  }

  @Test
  void waysBackFromAProviderThatComeToNothingCountWithTheWrongPasswordsOfAnAddress() {
    variables.put("RATE_LIMIT_SIGNIN_ADDRESS", "20/PT15M");
    AuthLimits limits = limits();
    for (int i = 0; i < 300; i++) {
      assertEquals("welcome", limits.signIn(HERE, RIGHT));
      assertThrows(SignInFailure.class, () -> limits.signIn(HERE, failing(UNAVAILABLE)));
    }
    for (int i = 0; i < 20; i++) {
      assertThrows(SignInFailure.class, () -> limits.signIn(HERE, failing(FAILED)));
    }
    assertRefused(Reason.TOO_MANY, () -> limits.signIn(HERE, RIGHT));
    assertRefused(Reason.TOO_MANY, () -> limits.guess(ANN, HERE, RIGHT));
    assertEquals("welcome", limits.guess(ANN, THERE, RIGHT));
  }

  @Test
  void whatIsRefusedForTheAccountDoesNotCountForTheAddress() {
    variables.put("RATE_LIMIT_SIGNIN_ADDRESS", "20/PT15M");
    AuthLimits limits = limits();
    for (int i = 0; i < 10; i++) {
      assertRefused(Reason.INVALID, () -> limits.guess(ANN, HERE, WRONG));
    }
    for (int i = 0; i < 300; i++) {
      assertRefused(Reason.TOO_MANY, () -> limits.guess(ANN, HERE, WRONG));
    }
    assertEquals("welcome", limits.guess(BOB, HERE, RIGHT));
  }

  @Test
  void anAddressMakesNoMoreUsersThanAllowed() {
    variables.put("RATE_LIMIT_SIGNUP_ADDRESS", "2/PT10M");
    AuthLimits limits = limits();
    limits.signUp(HERE);
    limits.signUp(HERE);
    assertRefused(Reason.TOO_MANY, () -> limits.signUp(HERE));
    limits.signUp(THERE);
  }

  @Test
  void mailIsBoundedByWhomItGoesToAndWhoAsksForIt() {
    variables.put("RATE_LIMIT_MAIL_ADDRESS", "7/PT10M");
    AuthLimits limits = limits();
    for (int i = 0; i < 5; i++) {
      limits.mail(ANN, HERE);
    }
    assertRefused(Reason.TOO_MANY, () -> limits.mail(ANN, THERE));
    limits.mail(BOB, HERE);
    limits.redeem(HERE);
    assertRefused(Reason.TOO_MANY, () -> limits.mail(BOB, HERE));
    assertRefused(Reason.TOO_MANY, () -> limits.redeem(HERE));
  }

  @Test
  void aVariableThatIsNoLimitIsNamed() {
    variables.put("RATE_LIMIT_MAIL_ACCOUNT", "often");
    Exception e = assertThrows(IllegalArgumentException.class, this::limits);
    assertTrue(e.getMessage().contains("RATE_LIMIT_MAIL_ACCOUNT"));
  }

  @Test
  void setAsideTheyRefuseNothing() {
    variables.put("RATE_LIMIT_ENABLED", "false");
    AuthLimits limits = limits();
    for (int i = 0; i < 300; i++) {
      limits.signUp(HERE);
      assertRefused(Reason.INVALID, () -> limits.guess(ANN, HERE, WRONG));
    }
    assertEquals(Map.of(), counts);
  }

  private AuthLimits limits() {
    LimitSettings settings = new LimitSettings(name -> Optional.ofNullable(variables.get(name)));
    return new AuthLimits(settings.unlessDisabled(this::count), settings);
  }

  private static Supplier<String> failing(SignInFailure.Reason reason) {
    return () -> {
      throw new SignInFailure(reason);
    };
  }

  private RateLimits.Counted count(Limit limit, String subject) {
    String key = limit.name() + subject;
    if (counts.getOrDefault(key, 0) >= limit.most()) {
      throw Refusal.tooMany("Too many", Duration.ofSeconds(1));
    }
    counts.merge(key, 1, Integer::sum);
    return () -> counts.merge(key, -1, Integer::sum);
  }

  private static void assertRefused(Reason reason, Runnable request) {
    assertEquals(reason, assertThrows(Refusal.class, request::run).reason());
  }

  private static HttpServletRequest from(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            AuthLimitsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteAddr") ? address : null);
  }
}
