package dev.ticketing.platform.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @Test
  void whatIsOnTheSiteIsBelowIt() {
    PublicAddress address = new PublicAddress("http://localhost:9081");
    assertEquals(URI.create("http://localhost:9081/a?b=c"), address.of("/a?b=c"));
    assertFalse(address.isSecure());
  }

  @Test
  void slashesAtItsEndDoNotCount() {
    PublicAddress address = new PublicAddress(" https://t.example.org// ");
    assertEquals(URI.create("https://t.example.org"), address.root());
    assertEquals(URI.create("https://t.example.org/a"), address.of("/a"));
    assertTrue(address.isSecure());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t.example.org",
        "ftp://t.example.org",
        "https://t.example.org/tickets",
        "https://t.example.org?a=b",
        "https://me@t.example.org",
        "https:///"
      })
  void anythingButTheRootOfASiteIsAMistakeThatNamesTheVariable(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new PublicAddress(text)).getMessage();
    assertTrue(message.startsWith("PUBLIC_URL must be"), message);
  }
}
