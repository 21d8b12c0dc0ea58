package dev.ticketing.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevStackTest {

  @TempDir Path data;

  @Test
  void theEnvironmentPointsToTheEmbeddedServers() {
    Settings settings = Settings.from(Map.of());
    Map<String, String> environment = environment(settings);

    assertEquals("9080", environment.get("HTTP_PORT"));
    assertEquals("127.0.0.1:9092", environment.get("KAFKA_BOOTSTRAP_SERVERS"));
    assertEquals("smtp://127.0.0.1:3025", environment.get("SMTP_URL"));
    assertEquals("http://127.0.0.1:12111", environment.get("STRIPE_API_BASE"));
    assertTrue(environment.get("MONGODB_URI").startsWith("mongodb://127.0.0.1:27017/"));
    assertTrue(environment.get("STRIPE_API_KEY").startsWith("sk_test_"));
    assertTrue(environment.get("STRIPE_WEBHOOK_SECRET").startsWith("whsec_"));
    assertTrue(environment.get("JWT_JWKS_LOCATION").startsWith("file:///"));
  }

  @Test
  void realServersGoThroughUnchangedAndTheSandboxStaysOutOfTheirWay() {
    Map<String, String> environment =
        environment(
            Settings.from(
                Map.of(
                    "MONGODB_URI", "mongodb://db.example/x",
                    "STRIPE_API_KEY", "sk_live_1",
                    "STRIPE_WEBHOOK_SECRET", "whsec_live",
                    "LTPA_KEYS_PASSWORD", "mine")));

    assertEquals("mongodb://db.example/x", environment.get("MONGODB_URI"));
    assertEquals("sk_live_1", environment.get("STRIPE_API_KEY"));
    assertEquals("whsec_live", environment.get("STRIPE_WEBHOOK_SECRET"));
    assertEquals("mine", environment.get("LTPA_KEYS_PASSWORD"));
    assertFalse(environment.containsKey("STRIPE_API_BASE"));
  }

  @Test
  void aShellThatReadsTheVariablesFileHasTheirExactValues() throws Exception {
    String awkward = "mongodb://u:it's&$HOME@db.example/?a=b;c";
    Settings settings = Settings.from(Map.of("MONGODB_URI", awkward)).withDataDirectory(data);
    try (DevStack nothing =
        DevStack.builder().settings(settings).only(EnumSet.noneOf(Part.class)).start()) {
      Path file = nothing.writeEnvironment();
      String script = ". '%s'; printf %%s \"$MONGODB_URI\"".formatted(file);
      Process shell = new ProcessBuilder("/bin/sh", "-c", script).start();

      assertEquals(awkward, new String(shell.getInputStream().readAllBytes(), UTF_8));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void everyServerThatIsTakenAwayComesBackOnItsPort() {
    try (DevStack stack = DevStack.builder().dataDirectory(data).freePorts().start()) {
      for (Part part : Part.values()) {
        List<Integer> ports = part.ports().stream().map(stack.settings()::port).toList();

        stack.stop(part);
        assertTrue(ports.stream().allMatch(FreePorts::isFree), part + " is away");
        stack.start(part);

        assertTrue(ports.stream().noneMatch(FreePorts::isFree), part + " is back");
      }
      Settings settings = stack.settings();
      assertEquals(settings.port(Port.STORE), stack.store().port());
      assertEquals("127.0.0.1:" + settings.port(Port.KAFKA), stack.broker().bootstrapServers());
      assertEquals(settings.port(Port.STRIPE), stack.stripe().port());
      assertEquals(settings.port(Port.SMTP), stack.mail().smtpPort());
    }
  }

  @Test
  void aClosedStackLeavesEveryPortFree() {
    DevStack stack = DevStack.builder().dataDirectory(data).freePorts().start();

    stack.close();

    assertTrue(
        Arrays.stream(Port.values()).map(stack.settings()::port).allMatch(FreePorts::isFree));
  }

  @Test
  void aServerThatIsNotStartedIsNamedWhenAskedFor() {
    try (DevStack stack =
        DevStack.builder().dataDirectory(data).freePorts().only(EnumSet.of(Part.MAIL)).start()) {
      String complaint = assertThrows(IllegalStateException.class, stack::store).getMessage();

      assertEquals("The document store is not running", complaint);
    }
  }

  private Map<String, String> environment(Settings settings) {
    Settings here = settings.withDataDirectory(data);
    try (DevStack nothing =
        DevStack.builder().settings(here).only(EnumSet.noneOf(Part.class)).start()) {
      return nothing.environment();
    }
  }
}
