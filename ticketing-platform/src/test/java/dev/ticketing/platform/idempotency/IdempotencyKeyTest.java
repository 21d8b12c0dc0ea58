package dev.ticketing.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  private static final String LONGEST = "k".repeat(255);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "8e03978e-40d5-43dd-bc93-6894a57f9324, 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "\"8e03978e\", 8e03978e",
        "` two words `, two words",
        "\"a \\\"quote\\\" and a \\\\\", `a \"quote\" and a \\`",
        "~!#$%&'()*+;:@[]^_{|}, ~!#$%&'()*+;:@[]^_{|}"
      })
  void aKeyIsTheSameWithAndWithoutQuotes(String header, String key) {
    assertEquals(key, IdempotencyKey.parse(List.of(header)).value());
  }

  @Test
  void aKeyMayHave255Characters() {
    assertEquals(LONGEST, IdempotencyKey.parse(List.of(LONGEST)).value());
    assertEquals(LONGEST, IdempotencyKey.parse(List.of('"' + LONGEST + '"')).value());
    assertRefused(List.of(LONGEST + "k"));
    assertRefused(List.of('"' + LONGEST + "k\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "\"\"",
        "\" \"",
        "\"a",
        "\"a\" b",
        "\"a\\b\"",
        "ä",
        "a\tb",
        "a\u007F"
      })
  void anythingElseIsNoKey(String header) {
    assertRefused(List.of(header));
  }

  @Test
  void twoKeysAreNone() {
    assertRefused(List.of("a", "b"));
    assertRefused(List.of());
  }

  private static void assertRefused(List<String> header) {
    Refusal refusal = assertThrows(Refusal.class, () -> IdempotencyKey.parse(header));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals(Idempotent.HEADER, refusal.body().errors().get(0).field());
  }
}
