package dev.ticketing.auth.adapter.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.domain.Provider;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedAttemptsTest {

  private static final Map<String, String> VARIABLES =
      Map.of(
          "GOOGLE_CLIENT_ID", "id",
          "GOOGLE_CLIENT_SECRET", "a secret of ours",
          "FACEBOOK_CLIENT_ID", "id",
          "FACEBOOK_CLIENT_SECRET", "a secret of ours");
  private static final Attempt ATTEMPT =
      new Attempt(
          "state", "nonce", "verifier", "/a?b=c", "user", Instant.parse("2027-01-01T12:00:00Z"));

  private final EncryptedAttempts attempts = with(VARIABLES);
  private final String sealed = attempts.seal(Provider.GOOGLE, ATTEMPT);

  @Test
  void anyServerWithTheSameSecretOpensWhatAnotherHasSealed() {
    assertEquals(Optional.of(ATTEMPT), with(VARIABLES).open(Provider.GOOGLE, sealed));
  }

  @Test
  void aSignInHasNoUserToLink() {
    Attempt signIn = new Attempt("s", "n", "v", "/", null, ATTEMPT.expiresAt());
    String kept = attempts.seal(Provider.GOOGLE, signIn);
    assertEquals(Optional.of(signIn), attempts.open(Provider.GOOGLE, kept));
  }

  @Test
  void nobodyElseCanReadIt() {
    for (String part : sealed.split("\\.")) {
      String text = new String(Base64.getUrlDecoder().decode(part));
      assertFalse(text.contains("verifier"), text);
    }
  }

  @Test
  void anAttemptAtOneProviderIsNoneAtAnother() {
    assertEquals(Optional.empty(), attempts.open(Provider.FACEBOOK, sealed));
  }

  @Test
  void anotherSecretOpensNothing() {
    Map<String, String> others = new HashMap<>(VARIABLES);
    others.put("GOOGLE_CLIENT_SECRET", "another secret");
    assertEquals(Optional.empty(), with(others).open(Provider.GOOGLE, sealed));
  }

  @Test
  void aChangedCharacterIsNoticed() {
    int middle = sealed.lastIndexOf('.') - 10;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);
    assertEquals(Optional.empty(), attempts.open(Provider.GOOGLE, changed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30.", "{}"})
  void otherTextIsNoAttempt(String text) {
    assertEquals(Optional.empty(), attempts.open(Provider.GOOGLE, text));
  }

  @Test
  void theLongestAttemptFitsIntoACookie() {
    Attempt longest =
        new Attempt(
            "s".repeat(43),
            "n".repeat(43),
            "v".repeat(43),
            "/" + "p".repeat(511),
            "0".repeat(24),
            ATTEMPT.expiresAt());
    assertTrue(attempts.seal(Provider.GOOGLE, longest).length() < 3_500);
  }

  private static EncryptedAttempts with(Map<String, String> variables) {
    return new EncryptedAttempts(new Site(variables).providers());
  }
}
