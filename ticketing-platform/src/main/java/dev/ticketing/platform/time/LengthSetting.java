package dev.ticketing.platform.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A setting that is a length of time: minutes, with decimals if need be, or an ISO 8601 duration.
 *
 * @param name of the variable, for complaints
 */
public record LengthSetting(String name, Duration shortest, Duration longest) {

  private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);

  /**
   * @param text such as 15, 0.5 or PT5S
   * @throws IllegalArgumentException naming the setting when the text is neither, or out of bounds
   */
  public Duration parse(String text) {
    try {
      return checked(
          text.strip().toUpperCase(Locale.ROOT).startsWith("P")
              ? Duration.parse(text.strip())
              : Duration.ofMillis(
                  new BigDecimal(text.strip()).multiply(MILLIS_PER_MINUTE).longValueExact()));
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be minutes or a duration such as PT5S, not '" + text + "'", e);
    }
  }

  /**
   * @throws IllegalArgumentException naming the setting when the length is out of bounds
   */
  public Duration checked(Duration length) {
    if (length.compareTo(shortest) < 0 || length.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, not %s".formatted(name, shortest, longest, length));
    }
    return length;
  }
}
