package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeTokenTest {

  private static final String ID = "0123456789abcdef01234567";

  @Test
  void aTokenIsReadAsItWasWritten() {
    OneTimeToken token = OneTimeToken.next(ID);
    OneTimeToken read = OneTimeToken.parse(token.text()).orElseThrow();
    assertEquals(ID, read.userId());
    assertEquals(token.text(), read.text());
    assertEquals(token.hash(), read.hash());
    assertEquals(64, token.hash().length());
  }

  @Test
  void aTokenHas32RandomBytes() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String secret = OneTimeToken.next(ID).text().substring(ID.length() + 1);
      assertEquals(32, Base64.getUrlDecoder().decode(secret).length);
      secrets.add(secret);
    }
    assertEquals(1_000, secrets.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        ID,
        ID + ".",
        ID + ".short",
        "0123456789abcdef0123456g.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ID + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$",
        ID + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatHasNotItsFormIsNone(String text) {
    assertTrue(OneTimeToken.parse(text).isEmpty());
  }
}
