package dev.ticketing.platform.idempotency;

import dev.ticketing.contracts.error.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A client's name for one request. The header's value is a string in quotes, as the IETF's draft
 * has it, or the same without the quotes, as most clients send it; both name the same.
 *
 * @param value 1 to 255 printable ASCII characters
 */
record IdempotencyKey(String value) {

  private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7E]{1,255}");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x20-\\x7E&&[^\"\\\\]]|\\\\[\"\\\\])*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

  /**
   * @param values of the header, in all its lines
   * @throws Refusal INVALID when it is no key
   */
  static IdempotencyKey parse(List<String> values) {
    String text = values.size() == 1 ? values.get(0).strip() : "";
    String key = text.startsWith("\"") ? unquoted(text) : text;
    if (!PLAIN.matcher(key).matches() || key.isBlank()) {
      throw Refusal.invalid(
          Idempotent.HEADER,
          Idempotent.HEADER + " must be given once, with 1 to 255 printable ASCII characters");
    }
    return new IdempotencyKey(key);
  }

  private static String unquoted(String text) {
    var quoted = QUOTED.matcher(text);
    return quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : "";
  }
}
