package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Test
  void oneMailboxHasOneSpelling() {
    assertEquals("ann@example.com", Email.normalised(" \tAnn@Example.COM\n"));
    assertNull(Email.normalised(null));
  }

  @Test
  void theServersLanguageDoesNotChangeTheSpelling() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals("iris@example.com", Email.normalised("IRIS@EXAMPLE.COM"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aCharacterThatFoldsToAsciiDoesNotBecomeSomebodyElsesAddress() {
    String kelvin = "\u212Aate@example.com";
    assertEquals(kelvin, Email.normalised(kelvin));
    assertFalse(Email.normalised(kelvin).matches(Email.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.co",
        "first.last+tag@sub.example.com",
        "o'neil@example.org",
        "x_y-z@a-b.example",
        "1@2.example"
      })
  void addressesAreAdmitted(String address) {
    assertTrue(address.matches(Email.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@example.com",
        "a@",
        "a@example",
        "a@b@example.com",
        "a b@example.com",
        "a..b@example.com",
        ".a@example.com",
        "a.@example.com",
        "a@-b.example",
        "a@b-.example",
        "a@b..example",
        "a@example.com.",
        "a@example.com\nBcc: b@example.com",
        "\u00e4@example.com"
      })
  void otherTextIsNot(String text) {
    assertFalse(text.matches(Email.SYNTAX));
  }

  @Test
  void anAddressHasAtMost254CharactersAndItsLocalPart64() {
    String domain = "@" + "d.".repeat(94) + "e";
    assertTrue(("a".repeat(64) + domain).matches(Email.SYNTAX));
    assertFalse(("a".repeat(65) + domain).matches(Email.SYNTAX));
    assertTrue(("aaaa@" + "d.".repeat(124) + "e").matches(Email.SYNTAX));
    assertFalse(("aaaaaa@" + "d.".repeat(124) + "e").matches(Email.SYNTAX));
  }

  @Test
  void aHugeTextIsRefusedWithoutExhaustingTheStack() {
    assertFalse(("a@" + "b.".repeat(100_000) + "c").matches(Email.SYNTAX));
  }
}
