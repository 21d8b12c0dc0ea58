package dev.ticketing.orders.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservationWindowTest {

  @ParameterizedTest
  @CsvSource({"15, PT15M", "0.5, PT30S", "PT5S, PT5S", "' 1 ', PT1M", "pt2m, PT2M"})
  void theWindowIsSetInMinutesOrAsADuration(String text, Duration length) {
    assertEquals(length, ReservationWindow.parse(text).length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0", "-1", "0.001", "1441", "PT0S", "1e9"})
  void anyOtherSettingIsRefusedByName(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ReservationWindow.parse(text));

    assertTrue(refused.getMessage().contains("RESERVATION_TIMEOUT"), refused.getMessage());
  }
}
