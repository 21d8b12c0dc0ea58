package dev.ticketing.devstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.EmbeddedServer;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.Settings;
import dev.ticketing.devstack.liberty.FakeInstallation;
import dev.ticketing.devstack.liberty.FakeInstallation.Script;
import dev.ticketing.devstack.liberty.LibertyInstallation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

  @TempDir Path directory;

  private final List<String> stops = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Shutdown shutdown = new Shutdown(System.err);
  private Settings settings;
  private LibertyInstallation liberty;

  @BeforeEach
  void install() throws Exception {
    liberty = FakeInstallation.install(directory, Script.BECOMES_JVM);
    settings = Settings.from(Map.of()).withFreePorts().withDataDirectory(directory.resolve("data"));
  }

  @Test
  void whenToldToStopLibertyStopsFirstAndTheServersFollowInReverseOrder() {
    CompletableFuture<Integer> run = CompletableFuture.supplyAsync(this::run);
    awaitOutput("Ctrl-C stops everything");

    shutdown.close();

    run.orTimeout(30, TimeUnit.SECONDS).join();
    assertEquals(
        List.of(
            "MAIL after Liberty",
            "STRIPE after Liberty",
            "KAFKA after Liberty",
            "STORE after Liberty"),
        stops);
  }

  @Test
  void whenLibertyEndsTheSessionEndsWithItsExitCode() throws Exception {
    CompletableFuture<Integer> run = CompletableFuture.supplyAsync(this::run);
    awaitOutput("Ctrl-C stops everything");

    URI exit = URI.create("http://127.0.0.1:%d/exit?7".formatted(settings.port(Port.HTTP)));
    HttpClient.newHttpClient().send(HttpRequest.newBuilder(exit).build(), BodyHandlers.ofString());

    assertEquals(7, run.orTimeout(30, TimeUnit.SECONDS).join());
    shutdown.close();
    assertEquals(4, stops.size());
  }

  @Test
  void theAddressesAndTheDemoUserAreShown() {
    CompletableFuture<Integer> run = CompletableFuture.supplyAsync(this::run);
    awaitOutput("Ctrl-C stops everything");
    shutdown.close();
    run.orTimeout(30, TimeUnit.SECONDS).join();

    String text = output.toString(StandardCharsets.UTF_8);
    String application = "http://localhost:" + settings.port(Port.HTTP);
    assertTrue(text.contains(application + "/openapi/ui"), text);
    assertTrue(text.contains("Kafka broker     kafka address"), text);
    assertTrue(text.matches("(?s).*Demo user +demo@ticketing\\.dev / \\w{8,20}\n.*"), text);
  }

  @Test
  void aTakenPortEndsTheSessionBeforeAnythingIsStarted() throws Exception {
    try (ServerSocket other =
        new ServerSocket(settings.port(Port.STORE), 1, InetAddress.getLoopbackAddress())) {
      CannotStart refusal = assertThrows(CannotStart.class, this::run);

      assertTrue(refusal.getMessage().contains("STORE_PORT"), refusal.getMessage());
      assertFalse(Files.exists(settings.dataDirectory()), "nothing is written");
      assertTrue(other.isBound());
    }
  }

  @Test
  void nothingStartsAfterTheEndHasBegun() {
    shutdown.close();

    assertThrows(IllegalStateException.class, this::run);
    assertTrue(output.toString(StandardCharsets.UTF_8).isEmpty());
  }

  private int run() {
    DevStack.Builder stack = DevStack.builder();
    for (Part part : Part.values()) {
      stack.with(part, () -> new FakeServer(part));
    }
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    return new Session(settings, stack, shutdown, new Announcements(out))
        .run(liberty, Redirect.to(directory.resolve("console").toFile()));
  }

  private void awaitOutput(String text) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> output.toString(StandardCharsets.UTF_8).contains(text));
  }

  private final class FakeServer implements EmbeddedServer {

    private final Part part;

    FakeServer(Part part) {
      this.part = part;
    }

    @Override
    public String address() {
      return part.key() + " address";
    }

    @Override
    public void close() {
      boolean afterLiberty = Files.exists(FakeInstallation.farewell(liberty));
      stops.add(part + (afterLiberty ? " after Liberty" : " before Liberty"));
    }
  }
}
