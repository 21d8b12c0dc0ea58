package dev.ticketing.orders.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * How long an order may hold a ticket unpaid.
 *
 * @param length at least a second and at most a day
 */
public record ReservationWindow(Duration length) {

  private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  public ReservationWindow {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "RESERVATION_TIMEOUT must be from a second to a day, not " + length);
    }
  }

  /**
   * Reads the setting {@code RESERVATION_TIMEOUT}.
   *
   * @param text minutes, with decimals if need be, or an ISO 8601 duration such as PT5S
   * @throws IllegalArgumentException naming the setting when the text is neither
   */
  public static ReservationWindow parse(String text) {
    try {
      Duration length =
          text.strip().toUpperCase(java.util.Locale.ROOT).startsWith("P")
              ? Duration.parse(text.strip())
              : Duration.ofMillis(
                  new BigDecimal(text.strip()).multiply(MILLIS_PER_MINUTE).longValueExact());
      return new ReservationWindow(length);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "RESERVATION_TIMEOUT must be minutes or a duration such as PT5S, not '" + text + "'", e);
    }
  }
}
