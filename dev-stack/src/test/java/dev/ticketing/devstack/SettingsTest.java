package dev.ticketing.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void anEmptyEnvironmentEmbedsEverythingOnTheStandardPorts() {
    Settings settings = Settings.from(Map.of());

    assertEquals(9080, settings.port(Port.HTTP));
    assertEquals(27017, settings.port(Port.STORE));
    assertEquals(12111, settings.port(Port.STRIPE));
    assertEquals(Path.of("data").toAbsolutePath(), settings.dataDirectory());
    assertTrue(Arrays.stream(Part.values()).allMatch(settings::embeds));
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void aPartsVariableReplacesItsServer(Part part) {
    Settings settings = Settings.from(Map.of(part.variable(), " somewhere "));

    assertFalse(settings.embeds(part));
    assertEquals(Optional.of("somewhere"), settings.replacement(part));
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void aBlankVariableReplacesNothing(Part part) {
    assertTrue(Settings.from(Map.of(part.variable(), "  ")).embeds(part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka", "0", "-1", "65536", "90 92", "99999999999"})
  void whatIsNoPortIsRefusedWithTheNameOfItsVariable(String value) {
    InvalidSetting refusal =
        assertThrows(InvalidSetting.class, () -> Settings.from(Map.of("KAFKA_PORT", value)));

    assertEquals(
        "KAFKA_PORT must be a port from 1 to 65535, not '" + value + "'", refusal.getMessage());
  }

  @Test
  void onePortForTwoServersIsRefusedWithBothNames() {
    InvalidSetting refusal =
        assertThrows(InvalidSetting.class, () -> Settings.from(Map.of("STORE_PORT", "9092")));

    assertTrue(refusal.getMessage().startsWith("STORE_PORT and KAFKA_PORT are both 9092"));
  }

  @Test
  void aPortOfAReplacedServerDisturbsNobody() {
    Map<String, String> environment = Map.of("STORE_PORT", "9092", "MONGODB_URI", "mongodb://db");

    assertEquals(9092, Settings.from(environment).port(Port.KAFKA));
  }

  @Test
  void freePortsAreAllDifferentAndFree() {
    Settings settings = Settings.from(Map.of()).withFreePorts();

    long different = Arrays.stream(Port.values()).map(settings::port).distinct().count();
    assertEquals(Port.values().length, different);
    assertTrue(Arrays.stream(Port.values()).map(settings::port).allMatch(FreePorts::isFree));
  }
}
