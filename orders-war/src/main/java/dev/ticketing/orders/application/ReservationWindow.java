package dev.ticketing.orders.application;

import dev.ticketing.platform.time.LengthSetting;
import java.time.Duration;

/**
 * How long an order may hold a ticket unpaid.
 *
 * @param length at least a second and at most a day
 */
public record ReservationWindow(Duration length) {

  private static final LengthSetting SETTING =
      new LengthSetting("RESERVATION_TIMEOUT", Duration.ofSeconds(1), Duration.ofDays(1));

  public ReservationWindow {
    SETTING.checked(length);
  }

  /**
   * Reads the setting {@code RESERVATION_TIMEOUT}.
   *
   * @param text minutes, with decimals if need be, or an ISO 8601 duration such as PT5S
   * @throws IllegalArgumentException naming the setting when the text is neither
   */
  public static ReservationWindow parse(String text) {
    return new ReservationWindow(SETTING.parse(text));
  }
}
