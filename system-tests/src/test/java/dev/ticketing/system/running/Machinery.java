package dev.ticketing.system.running;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.liberty.LibertyInstallation;
import dev.ticketing.devstack.liberty.LibertyServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that runs behind the HTTP port when the tests run the system themselves: the development
 * stack in this JVM and Liberty as a child process. Tests stop, kill and restart what they like;
 * whoever needs the system next finds it running.
 */
public final class Machinery implements AutoCloseable {

  /** Short enough for a test to wait for its end. */
  public static final Duration SHORT_WINDOW = Duration.ofSeconds(5);

  private static final String WINDOW = "RESERVATION_TIMEOUT";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int LINES = 30;

  private final LibertyInstallation installation;
  private final Redirect console;
  private final DevStack stack;
  private final Thread end = new Thread(this::killLiberty, "end of Liberty");
  private Duration window = Duration.parse(System.getProperty("ticketing.window", "PT15M"));
  private LibertyServer liberty;

  private Machinery(LibertyInstallation installation, Redirect console, DevStack stack) {
    this.installation = installation;
    this.console = console;
    this.stack = stack;
  }

  /** Starts everything and waits until it is ready; leaves nothing running when it cannot be. */
  static Machinery start(Path liberty, Path userDirectory, Path directory) {
    Path output = EmptyDirectory.at(directory).resolve("liberty");
    EmptyDirectory.at(output);
    LibertyInstallation installation =
        new LibertyInstallation(liberty, userDirectory, output, "ticketing");
    Redirect console = Redirect.to(output.resolve("console.log").toFile());
    DevStack stack =
        DevStack.builder().dataDirectory(directory.resolve("data")).freePorts().start();
    Machinery machinery = new Machinery(installation, console, stack);
    Runtime.getRuntime().addShutdownHook(machinery.end);
    try {
      machinery.startLiberty();
      machinery.awaitReady();
    } catch (RuntimeException | Error e) {
      machinery.close();
      throw e;
    }
    return machinery;
  }

  public URI uri() {
    return liberty.httpUri();
  }

  public DevStack stack() {
    return stack;
  }

  /** Makes this the time that an order may wait for its payment, by a restart if need be. */
  public void useWindow(Duration length) {
    if (!window.equals(length)) {
      window = length;
      liberty.stop();
      startLiberty();
    }
    awaitReady();
  }

  /** Starts Liberty where it does not run, without waiting for it. */
  public void startLiberty() {
    liberty = LibertyServer.start(installation, variables(), console);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(stack.environment());
    variables.put(WINDOW, window.toString());
    return variables;
  }

  /** Another server beside this one, for the same users: on ports of its own, all else equal. */
  public SecondServer startSecondServer() {
    return SecondServer.start(installation, variables());
  }

  /** The process id of the server's JVM. */
  public long libertyPid() {
    return liberty.pid();
  }

  public void stopLiberty() {
    liberty.stop();
  }

  public void restartLiberty() {
    liberty.restart();
    awaitReady();
  }

  /** Ends Liberty as a crash would. */
  public void killLiberty() {
    if (liberty != null) {
      liberty.kill();
    }
  }

  public void awaitReady() {
    if (!liberty.awaitReady(PATIENCE)) {
      String threads = liberty.isAlive() ? ThreadDump.of(liberty.pid()) : "Liberty has ended";
      System.err.println(threads);
      throw new AssertionError("Liberty is not ready\n" + endOfLog());
    }
  }

  /** The last lines that Liberty has logged. */
  public String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(installation.logFile());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "No log: " + e;
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    try {
      if (liberty != null) {
        liberty.stop();
      }
    } finally {
      stack.close();
    }
  }
}
