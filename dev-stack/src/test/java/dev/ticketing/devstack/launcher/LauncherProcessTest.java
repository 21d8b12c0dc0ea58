package dev.ticketing.devstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.FreePorts;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.Settings;
import dev.ticketing.devstack.liberty.FakeInstallation;
import dev.ticketing.devstack.liberty.FakeInstallation.Script;
import dev.ticketing.devstack.liberty.LibertyInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, ended in the ways that processes are ended. */
class LauncherProcessTest {

  private static final int TERMINATED = 143;

  @TempDir Path directory;

  private LibertyInstallation liberty;
  private Settings ports;
  private Process started;
  private List<ProcessHandle> family = List.of();

  @BeforeEach
  void install() throws IOException {
    liberty = FakeInstallation.install(directory, Script.KEEPS_JVM_AS_CHILD);
    ports = Settings.from(Map.of()).withFreePorts();
  }

  @AfterEach
  void end() {
    family.forEach(ProcessHandle::destroyForcibly);
    started.destroyForcibly();
  }

  @Test
  void aTerminatedLauncherStopsLibertyAndItsServers() throws Exception {
    start(launcher());
    ready();

    started.destroy();

    assertTrue(started.waitFor(60, TimeUnit.SECONDS));
    assertEquals(TERMINATED, started.exitValue());
    nothingIsLeft();
  }

  @Test
  void aLauncherWhoseParentWasKilledStopsLibertyAndItsServers() throws Exception {
    String line = String.join(" ", launcher().stream().map(word -> "'" + word + "'").toList());
    start(List.of("/bin/sh", "-c", line + "; exit $?"));
    ready();

    started.destroyForcibly();

    nothingIsLeft();
  }

  private void start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(console().toFile());
    for (Port port : Port.values()) {
      builder.environment().put(port.variable(), String.valueOf(ports.port(port)));
    }
    builder.environment().put("DATA_DIR", directory.resolve("data").toString());
    for (Part part : List.of(Part.STORE, Part.KAFKA, Part.STRIPE)) {
      builder.environment().put(part.variable(), "127.0.0.1:1");
    }
    started = builder.start();
  }

  private List<String> launcher() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Launcher.class.getName(),
        "run",
        "--liberty",
        liberty.directory().toString(),
        "--user-dir",
        liberty.userDirectory().toString(),
        "--server",
        liberty.server());
  }

  private void ready() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.readString(console()).contains("Ctrl-C stops everything"));
    family = Stream.concat(started.descendants(), Stream.of(started.toHandle())).toList();
    assertTrue(family.size() >= 3, "launcher, start script and Liberty");
  }

  private void nothingIsLeft() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    assertTrue(Arrays.stream(Port.values()).map(ports::port).allMatch(FreePorts::isFree));
    assertTrue(Files.exists(directory.resolve("data/liberty/stopped")), "Liberty ended gracefully");
  }

  private Path console() {
    return directory.resolve("console");
  }
}
