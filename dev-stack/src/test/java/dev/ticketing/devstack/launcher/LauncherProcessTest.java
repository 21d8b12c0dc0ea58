package dev.ticketing.devstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  private static final List<Part> REPLACED = List.of(Part.STORE, Part.KAFKA, Part.STRIPE);

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
    start(run(), REPLACED);
    ready();

    started.destroy();

    assertTrue(started.waitFor(60, TimeUnit.SECONDS));
    assertEquals(TERMINATED, started.exitValue());
    nothingIsLeft();
  }

  @Test
  void aTerminatedServerOfTheEmbeddedPartsFreesTheirPorts() throws Exception {
    start(java("serve"), List.of());
    ready();
    Arrays.stream(Part.values())
        .flatMap(part -> part.ports().stream())
        .forEach(port -> assertFalse(FreePorts.isFree(ports.port(port)), port.owner()));

    started.destroy();

    assertTrue(started.waitFor(60, TimeUnit.SECONDS));
    assertEquals(TERMINATED, started.exitValue());
    allIsFree();
  }

  @Test
  void aLauncherWhoseParentWasKilledStopsLibertyAndItsServers() throws Exception {
    String line = String.join(" ", run().stream().map(word -> "'" + word + "'").toList());
    start(List.of("/bin/sh", "-c", line + "; exit $?"), REPLACED);
    ready();

    started.destroyForcibly();

    nothingIsLeft();
  }

  private void start(List<String> command, List<Part> replaced) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(console().toFile());
    for (Port port : Port.values()) {
      builder.environment().put(port.variable(), String.valueOf(ports.port(port)));
    }
    builder.environment().put("DATA_DIR", directory.resolve("data").toString());
    for (Part part : replaced) {
      builder.environment().put(part.variable(), "127.0.0.1:1");
    }
    started = builder.start();
  }

  private List<String> run() {
    return java(
        "run",
        "--liberty",
        liberty.directory().toString(),
        "--user-dir",
        liberty.userDirectory().toString(),
        "--server",
        liberty.server());
  }

  private static List<String> java(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    List<String> command = List.of(java, "-cp", classes, Launcher.class.getName());
    return Stream.concat(command.stream(), Arrays.stream(arguments)).toList();
  }

  private void ready() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.readString(console()).contains("Ctrl-C stops everything"));
    family = Stream.concat(started.descendants(), Stream.of(started.toHandle())).toList();
  }

  private void nothingIsLeft() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    allIsFree();
    assertTrue(family.size() >= 3, "there were a launcher, a start script and Liberty");
    assertTrue(Files.exists(directory.resolve("data/liberty/stopped")), "Liberty ended gracefully");
  }

  private void allIsFree() {
    assertTrue(Arrays.stream(Port.values()).map(ports::port).allMatch(FreePorts::isFree));
  }

  private Path console() {
    return directory.resolve("console");
  }
}
