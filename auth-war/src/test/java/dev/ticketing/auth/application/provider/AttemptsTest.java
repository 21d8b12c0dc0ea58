package dev.ticketing.auth.application.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  private final Set<String> spent = new HashSet<>();
  private final Attempts attempts = at(NOW);
  private final Attempt attempt = attempts.begin("/tickets/1", null);

  @Test
  void noSecretIsGuessableOrUsedTwice() {
    Attempt other = attempts.begin("/", null);
    Set<String> secrets =
        Set.of(
            attempt.state(),
            attempt.nonce(),
            attempt.verifier(),
            other.state(),
            other.nonce(),
            other.verifier());
    secrets.forEach(secret -> assertTrue(secret.matches("[A-Za-z0-9_-]{43}"), secret));
  }

  @Test
  void anAttemptComesBackOnce() {
    assertDoesNotThrow(() -> attempts.accept(attempt, code()));
    assertEquals(Reason.EXPIRED, refused(attempts, code()));
  }

  @Test
  void anAttemptEndsAfterTenMinutes() {
    Instant end = NOW.plus(Attempts.LIFETIME);
    assertEquals(Reason.EXPIRED, refused(at(end), code()));
    assertDoesNotThrow(() -> at(end.minusMillis(1)).accept(attempt, code()));
  }

  @Test
  void aForgedWayBackIsRefusedAndDoesNotSpendTheAttempt() {
    for (String state : new String[] {null, "", "x", attempt.state() + "x", attempt.nonce()}) {
      Callback forged = new Callback(state, "code", null, null);
      assertFalse(attempts.isAnswered(attempt, forged));
      assertEquals(Reason.EXPIRED, refused(attempts, forged));
    }
    assertDoesNotThrow(() -> attempts.accept(attempt, code()));
  }

  @Test
  void aPersonMayChangeHisMind() {
    assertEquals(Reason.DENIED, refused(attempts, error("access_denied")));
    assertEquals(Reason.EXPIRED, refused(attempts, code()));
  }

  @Test
  void whatIsNeitherACodeNorADenialIsAFailure() {
    assertEquals(Reason.FAILED, refused(attempts, error("server_error")));
    Callback empty = new Callback(attempts.begin("/", null).state(), null, null, null);
    assertEquals(Reason.EXPIRED, refused(attempts, empty));
    Attempt second = attempts.begin("/", null);
    Callback bare = new Callback(second.state(), null, null, null);
    assertEquals(
        Reason.FAILED,
        assertThrows(SignInFailure.class, () -> attempts.accept(second, bare)).reason());
  }

  @Test
  void noTextShowsASecret() {
    assertFalse(attempt.toString().contains(attempt.verifier()));
    assertFalse(code().toString().contains("the-code"));
  }

  private Callback code() {
    return new Callback(attempt.state(), "the-code", null, null);
  }

  private Callback error(String error) {
    return new Callback(attempt.state(), null, error, null);
  }

  private Reason refused(Attempts by, Callback callback) {
    return assertThrows(SignInFailure.class, () -> by.accept(attempt, callback)).reason();
  }

  private Attempts at(Instant time) {
    return new Attempts((state, until) -> spent.add(state), Clock.fixed(time, ZoneOffset.UTC));
  }
}
