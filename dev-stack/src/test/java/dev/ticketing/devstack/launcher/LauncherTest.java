package dev.ticketing.devstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void helpIsShownToWhoeverAsks() {
    assertEquals(0, launch(Map.of(), "help"));
    assertTrue(text(out).startsWith("Usage: java -jar dev-stack.jar"));
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertEquals(64, launch(Map.of(), "serve", "--fast"));
    assertTrue(text(errors).startsWith("Unknown option: --fast"), text(errors));
    assertTrue(text(errors).contains("Usage:"));
  }

  @Test
  void aBadPortIsOneLine() {
    assertEquals(78, launch(Map.of("SMTP_PORT", "mail"), "serve"));
    assertEquals("SMTP_PORT must be a port from 1 to 65535, not 'mail'\n", text(errors));
  }

  @Test
  void aMissingLibertyIsOneLine() {
    assertEquals(
        69, launch(Map.of(), "run", "--liberty", "/no", "--user-dir", "/no", "--server", "x"));
    assertEquals("No Liberty in /no: /no/bin/server is missing\n", text(errors));
    assertFalse(text(errors).contains("Exception"));
  }

  private int launch(Map<String, String> environment, String... arguments) {
    return new Launcher(environment, stream(out), stream(errors)).launch(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
