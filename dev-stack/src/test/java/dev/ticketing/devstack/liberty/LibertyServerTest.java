package dev.ticketing.devstack.liberty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.liberty.FakeInstallation.Script;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibertyServerTest {

  @TempDir Path directory;

  private LibertyInstallation installation;
  private LibertyServer server;

  @AfterEach
  void end() {
    if (server != null) {
      server.kill();
    }
  }

  @Test
  void theServerIsRunInTheForegroundWithItsDirectoriesAndVariables() throws Exception {
    start(Script.BECOMES_JVM);

    assertEquals("run ticketing", get("/command"));
    assertEquals(installation.userDirectory().toString(), get("/variable?WLP_USER_DIR"));
    assertEquals(installation.outputDirectory().toString(), get("/variable?WLP_OUTPUT_DIR"));
    assertEquals(System.getProperty("java.home"), get("/variable?JAVA_HOME"));
    assertEquals("smtp://here", get("/variable?SMTP_URL"));
    assertEquals(System.getenv("PATH"), get("/variable?PATH"));
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void stoppingIsGracefulAndLeavesNoProcess(Script script) throws Exception {
    start(script);
    ProcessHandle jvm = ProcessHandle.of(server.pid()).orElseThrow();

    server.stop();

    assertFalse(jvm.isAlive());
    assertFalse(server.isAlive());
    assertTrue(Files.exists(FakeInstallation.farewell(installation)));
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void killingIsImmediateAndLeavesNoProcess(Script script) throws Exception {
    start(script);
    ProcessHandle jvm = ProcessHandle.of(server.pid()).orElseThrow();

    server.kill();

    assertFalse(jvm.isAlive());
    assertFalse(server.isAlive());
    assertFalse(Files.exists(FakeInstallation.farewell(installation)));
  }

  @Test
  void aRestartIsAnotherProcessAtTheSameAddress() throws Exception {
    start(Script.BECOMES_JVM);
    long before = server.pid();

    server.restart();

    assertTrue(server.awaitReady(Duration.ofSeconds(30)));
    assertNotEquals(before, server.pid());
    assertEquals("run ticketing", get("/command"));
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void theExitCodePassesOn(Script script) throws Exception {
    start(script);

    get("/exit?23");

    assertEquals(23, server.awaitExit());
  }

  @Test
  void aServerThatEndsIsNotAwaitedAnyLonger() throws Exception {
    start(Script.BECOMES_JVM);
    server.kill();
    long begin = System.nanoTime();

    assertFalse(server.awaitReady(Duration.ofMinutes(5)));

    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 60);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    installation = FakeInstallation.install(directory, Script.BECOMES_JVM);
    Path wlp = installation.directory();
    Path usr = installation.userDirectory();

    assertMissing("No Liberty in " + usr, usr, usr, "ticketing");
    assertMissing("No Liberty server 'other' in " + usr, wlp, usr, "other");
  }

  private static void assertMissing(String message, Path wlp, Path usr, String name) {
    Exception refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new LibertyInstallation(wlp, usr, usr, name));
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
  }

  private void start(Script script) throws IOException {
    installation = FakeInstallation.install(directory, script);
    server =
        LibertyServer.start(
            installation,
            Map.of("SMTP_URL", "smtp://here"),
            Redirect.to(directory.resolve("console").toFile()));
    assertTrue(server.awaitReady(Duration.ofSeconds(30)));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.httpUri().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
