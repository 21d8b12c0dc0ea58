package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedTokenTest {

  private static final Map<String, String> PLAIN = Map.of("ticketing_token", "plain");
  private static final Map<String, String> GUARDED = Map.of("__Host-ticketing_token", "guarded");
  private static final Map<String, String> BOTH =
      Map.of("ticketing_token", "plain", "__Host-ticketing_token", "guarded");

  private static Optional<String> tokenIn(
      boolean secure, String authorization, Map<String, String> cookies) {
    return PresentedToken.in(Requests.of(secure, authorization, cookies)).map(PresentedToken::text);
  }

  @Test
  void theHeaderGoesBeforeTheCookie() {
    assertEquals(Optional.of("header"), tokenIn(false, "Bearer header", PLAIN));
    assertEquals(Optional.of("plain"), tokenIn(false, null, PLAIN));
    assertEquals(Optional.of("plain"), tokenIn(false, "Basic abc", PLAIN));
    assertEquals(Optional.empty(), tokenIn(false, null, Map.of()));
  }

  @Test
  void overTlsACookieThatAnybodyCouldHavePlantedIsNotBelieved() {
    assertEquals(Optional.empty(), tokenIn(true, null, PLAIN));
    assertEquals(Optional.of("guarded"), tokenIn(true, null, BOTH));
  }

  @Test
  void theGuardedCookieGoesBeforeTheOther() {
    assertEquals(Optional.of("guarded"), tokenIn(false, null, BOTH));
    assertEquals(Optional.of("guarded"), tokenIn(false, null, GUARDED));
  }

  @Test
  void theIdOfTheKeyIsInTheTokensHeader() {
    assertEquals(Optional.of("k1"), keyIdIn("{\"alg\":\"RS256\",\"kid\":\"k1\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kid\":null}",
        "{\"kid\":7}",
        "{\"kid\":{\"a\":1}}",
        "[]",
        "\"kid\"",
        "not JSON",
        ""
      })
  void aHeaderWithoutOneNamesNoKey(String header) {
    assertTrue(keyIdIn(header).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "no token", "%%%.x.y", "aaaa"})
  void whatIsNoTokenNamesNoKey(String text) {
    assertTrue(new PresentedToken(text).keyId().isEmpty());
  }

  @Test
  void aHeaderTooLongToBeOursIsNotRead() {
    assertTrue(keyIdIn("{\"kid\":\"" + "k".repeat(1_000) + "\"}").isEmpty());
  }

  @Test
  void whoeverHasTheKeyHasSignedWhatItVerifiesAndNothingElse() throws GeneralSecurityException {
    KeyPair ours = SomeKeys.next();
    String signed = "header.claims." + signature("header.claims", ours.getPrivate());

    assertTrue(isSigned(signed, ours));
    assertFalse(isSigned(signed, SomeKeys.next()));
    assertFalse(isSigned(signed.replace("claims", "other"), ours));
    assertFalse(isSigned(signed.substring(0, signed.length() - 2), ours));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "no token", "a.b", "a.b.", "a.b.%%%", "a.b.AQAB", "a.b.c.d"})
  void whatIsNoTokenIsSignedByNobody(String text) {
    assertFalse(isSigned(text, SomeKeys.next()));
  }

  private static boolean isSigned(String token, KeyPair by) {
    return new PresentedToken(token).isSignedBy(by.getPublic());
  }

  private static String signature(String text, PrivateKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return SomeKeys.encode(signature.sign());
  }

  private static Optional<String> keyIdIn(String header) {
    String part = SomeKeys.encode(header.getBytes(StandardCharsets.UTF_8));
    return new PresentedToken(part + ".claims.signature").keyId();
  }
}
