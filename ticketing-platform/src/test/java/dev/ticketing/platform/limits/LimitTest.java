package dev.ticketing.platform.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

  @Test
  void aLimitIsANumberAndATime() {
    assertEquals(new Limit("L", 10, Duration.ofMinutes(15)), Limit.parse("L", "10/PT15M"));
    assertEquals(new Limit("L", 1, Duration.ofSeconds(2)), Limit.parse("L", " 1 / PT2S "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10/",
        "/PT1M",
        "0/PT1M",
        "-1/PT1M",
        "10/PT0S",
        "10/PT-1M",
        "10/15",
        "ten/PT1M",
        "99999999999/PT1M",
        "1/PT9999999999999999999H",
        "10/PT1M/PT1M"
      })
  void whatIsNoLimitIsRefusedByItsName(String text) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Limit.parse("RATE_LIMIT_SIGNIN_ACCOUNT", text));
    assertTrue(e.getMessage().contains("RATE_LIMIT_SIGNIN_ACCOUNT"), e.getMessage());
  }
}
