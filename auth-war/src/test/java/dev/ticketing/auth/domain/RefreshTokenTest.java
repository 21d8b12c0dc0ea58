package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  private static final String ID = "0123456789abcdef01234567";

  private final RefreshToken token = RefreshToken.first(ID);

  @Test
  void aTokenIsReadAsItWasHandedOut() {
    RefreshToken read = RefreshToken.parse(token.text()).orElseThrow();

    assertEquals(ID, read.sessionId());
    assertEquals(token.hash(), read.hash());
    assertEquals(token.familyHash(), read.familyHash());
    assertTrue(token.text().matches("[A-Za-z0-9_-]{80}"), token.text());
  }

  @Test
  void theNextTokenIsAnotherOfTheSameFamily() {
    RefreshToken next = token.next();

    assertEquals(ID, next.sessionId());
    assertEquals(token.familyHash(), next.familyHash());
    assertNotEquals(token.hash(), next.hash());
  }

  @Test
  void twoSessionsHaveNothingInCommonThatCouldBeGuessed() {
    RefreshToken other = RefreshToken.first(ID);

    assertNotEquals(token.familyHash(), other.familyHash());
    assertNotEquals(token.hash(), other.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "not base 64 at all", "AAAA", "null"})
  void otherTextIsNoToken(String text) {
    assertTrue(RefreshToken.parse(text).isEmpty());
    assertTrue(RefreshToken.parse(token.text() + "A").isEmpty());
    assertTrue(RefreshToken.parse(token.text().substring(4)).isEmpty());
  }

  @Test
  void whatIsLoggedHasNoSecretInIt() {
    assertFalse(token.toString().contains(token.text().substring(20)));
    assertEquals("RefreshToken[" + ID + "]", token.toString());
  }
}
