package dev.ticketing.auth.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.application.MovableClock;
import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProviderTroubleTest {

  private static final SignInFailure AWAY =
      new SignInFailure(Reason.UNAVAILABLE, new IOException("away"));

  private final MovableClock clock = new MovableClock();
  private final ProviderTrouble trouble = new ProviderTrouble(clock);

  @Test
  void eachTroubleIsToldOnceAMinute() {
    assertTrue(trouble.report(AWAY));
    assertFalse(trouble.report(AWAY));
    assertTrue(trouble.report(new SignInFailure(Reason.FAILED, new IOException("bad"))));
    clock.pass(Duration.ofMinutes(1));
    assertTrue(trouble.report(AWAY));
  }

  @Test
  void whatPeopleBringAboutThemselvesIsNoTrouble() {
    assertFalse(trouble.report(new SignInFailure(Reason.DENIED)));
  }

  @Test
  void aProvidersTextIsOneShortLine() {
    String told = ProviderTrouble.plain(new IOException("a\r\nb" + "c".repeat(1_000)));
    assertTrue(told.startsWith("a  bc"), told);
    assertEquals(200, told.length());
  }
}
