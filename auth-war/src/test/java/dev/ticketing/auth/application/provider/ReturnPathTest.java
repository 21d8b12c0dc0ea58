package dev.ticketing.auth.application.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tickets/1", "/orders?page=2&sort=date", "/a#b", "/a%20b//c"})
  void aPathOfOursIsReturnedTo(String path) {
    assertEquals(path, ReturnPath.checked(path));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "tickets",
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\\\\evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: a=b",
        "/\u2215evil.example",
        "/%zz",
        "/a[b]",
        "/a{b}"
      })
  void anythingElseLeadsHome(String path) {
    assertEquals("/", ReturnPath.checked(path));
  }

  @Test
  void aPathHasAnEnd() {
    assertEquals("/", ReturnPath.checked("/" + "a".repeat(512)));
  }
}
