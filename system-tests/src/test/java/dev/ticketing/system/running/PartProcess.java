package dev.ticketing.system.running;

import static org.awaitility.Awaitility.await;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.launcher.Launcher;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One embedded server in a JVM of its own, which a test can kill or freeze. It takes the place of
 * the one in this JVM, on the same port and with the same data, and gives it back when it is
 * closed. Its JVM ends with this one, whatever happens.
 */
public final class PartProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

  private final DevStack stack;
  private final Part part;
  private Process process;

  private PartProcess(DevStack stack, Part part) {
    this.stack = stack;
    this.part = part;
  }

  /** Puts a process in the place of the stack's own server. */
  public static PartProcess inPlaceOf(Part part, DevStack stack) {
    stack.stop(part);
    PartProcess process = new PartProcess(stack, part);
    try {
      process.start();
      return process;
    } catch (RuntimeException | Error e) {
      process.close();
      throw e;
    }
  }

  /** Starts it where it was killed, and waits until it accepts connections. */
  public void start() {
    try {
      process = command().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await(part.title())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(this::answersOrHasEnded);
    if (!process.isAlive()) {
      throw new AssertionError(part.title() + " ended with " + process.exitValue());
    }
  }

  private ProcessBuilder command() {
    ProcessBuilder command = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
    command.command().addAll(SMALL);
    command.command().addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.command().addAll(List.of(Launcher.class.getName(), "serve", "--only", part.key()));
    for (Part replaceable : Part.values()) {
      command.environment().remove(replaceable.variable());
    }
    command.environment().put("DATA_DIR", stack.settings().dataDirectory().toString());
    for (Port port : Port.values()) {
      command.environment().put(port.variable(), String.valueOf(stack.settings().port(port)));
    }
    File log = stack.settings().dataDirectory().resolve(part.key() + "-process.log").toFile();
    return command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log));
  }

  private boolean answersOrHasEnded() {
    int port = stack.settings().port(part.ports().get(0));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return !process.isAlive();
    }
  }

  /** The same as kill -9. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends it as an operator would, so that its clients lose it without its data. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** It neither answers nor closes its connections until it is thawed. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    String pid = String.valueOf(process.pid());
    ProcessBuilder kill = new ProcessBuilder("kill", "-" + name, pid).redirectErrorStream(true);
    try (InputStream output = kill.start().getInputStream()) {
      String complaint = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (!complaint.isBlank()) {
        throw new IllegalStateException(complaint);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The " + part.title() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops it and lets this JVM's own server go on in its place. */
  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      thaw();
      stop();
    }
    stack.start(part);
  }
}
