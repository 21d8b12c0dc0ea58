package dev.ticketing.devstack.liberty;

import dev.ticketing.devstack.FreePorts;
import dev.ticketing.devstack.Port;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Liberty server that the caller owns: it is started at once, and may be stopped, killed and
 * started again, always on the same ports and with the same variables. Ports that the variables do
 * not name are free ones.
 */
public final class LibertyServer implements AutoCloseable {

  private final LibertyInstallation installation;
  private final Map<String, String> variables;
  private final Redirect console;
  private LibertyProcess process;

  private LibertyServer(
      LibertyInstallation installation, Map<String, String> variables, Redirect console) {
    this.installation = installation;
    this.variables = Map.copyOf(variables);
    this.console = console;
  }

  /**
   * Starts the server with the caller's environment and these variables; the console gets its
   * output.
   */
  public static LibertyServer start(
      LibertyInstallation installation, Map<String, String> variables, Redirect console) {
    Map<String, String> complete = new HashMap<>(variables);
    List<Integer> free = FreePorts.find(2);
    complete.putIfAbsent(Port.HTTP.variable(), free.get(0).toString());
    complete.putIfAbsent(Port.HTTPS.variable(), free.get(1).toString());
    LibertyServer server = new LibertyServer(installation, complete, console);
    server.start();
    return server;
  }

  /** Starts the server again after it was stopped or killed. */
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    ProcessBuilder command =
        installation.run(variables).redirectErrorStream(true).redirectOutput(console);
    process = LibertyProcess.start(installation, command);
  }

  /** Whether the server became ready in time; false as soon as it has ended. */
  public boolean awaitReady(Duration time) {
    return new Readiness(httpUri()).await(time, this::isAlive);
  }

  public boolean isAlive() {
    return current().isAlive();
  }

  /** The process id of the server's JVM. */
  public long pid() {
    return current().jvm().pid();
  }

  /** Waits for the end of the server and returns its exit code. */
  public int awaitExit() {
    return current().awaitExit();
  }

  public void stop() {
    current().stop();
  }

  /** Ends the server's JVM at once, as a crash would. */
  public void kill() {
    current().kill();
  }

  public void restart() {
    stop();
    start();
  }

  public URI httpUri() {
    return URI.create("http://127.0.0.1:" + variables.get(Port.HTTP.variable()));
  }

  public URI httpsUri() {
    return URI.create("https://127.0.0.1:" + variables.get(Port.HTTPS.variable()));
  }

  public Path logFile() {
    return installation.logFile();
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized LibertyProcess current() {
    return process;
  }
}
