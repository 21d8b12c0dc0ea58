package dev.ticketing.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthSettingTest {

  private static final LengthSetting SETTING =
      new LengthSetting("PATIENCE", Duration.ofSeconds(1), Duration.ofDays(30));

  @ParameterizedTest
  @CsvSource({"15, PT15M", "0.5, PT30S", "PT5S, PT5S", "' 1 ', PT1M", "pt2m, PT2M", "P30D, P30D"})
  void aLengthIsSetInMinutesOrAsADuration(String text, Duration length) {
    assertEquals(length, SETTING.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0", "-1", "0.001", "PT0.9S", "P31D", "1e9", "P1M"})
  void anyOtherSettingIsRefusedByName(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> SETTING.parse(text));

    assertTrue(refused.getMessage().contains("PATIENCE"), refused.getMessage());
  }
}
