package dev.ticketing.system.running;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.identity.IdentitySandbox;
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
import java.util.OptionalLong;

/**
 * All that runs behind the HTTP port when the tests run the system themselves: the development
 * stack in this JVM and Liberty as a child process. Tests stop, kill and restart what they like;
 * whoever needs the system next finds it running.
 */
public final class Machinery implements AutoCloseable {

  /** Short enough for a test to wait for its end. */
  public static final Duration SHORT_WINDOW = Duration.ofSeconds(5);

  /** So long that no test has to hurry. */
  public static final Duration LONG_WINDOW = Duration.ofMinutes(15);

  /** Who looks after the marketplace. */
  public static final String ADMIN_EMAIL = "admin@ticketing.test";

  public static final String ADMIN_PASSWORD = "marshalled horses";

  /** So long that the users of a test need not renew their tokens. */
  public static final Duration LONG_TOKENS = Duration.ofHours(2);

  /** Tests do more in a minute than people would be allowed to. */
  private static final Map<String, String> WITHOUT_LIMITS =
      Map.of("RATE_LIMIT_ENABLED", "false", "MAX_HOLDS_PER_USER", "0");

  private static final String WINDOW = "RESERVATION_TIMEOUT";
  private static final String TOKENS = "TOKEN_LIFETIME";
  private static final Duration PATIENCE =
      Duration.ofMinutes(Integer.getInteger("patience.minutes", 15));
  private static final int LINES = 30;

  private final LibertyInstallation installation;
  private final Redirect console;
  private final KeptLogs logs;
  private final DevStack stack;
  private final IdentitySandbox identities = IdentitySandbox.start();
  private final Thread end = new Thread(this::killLiberty, "end of Liberty");
  private Duration window =
      Duration.parse(System.getProperty("ticketing.window", LONG_WINDOW.toString()));
  private Duration tokens = LONG_TOKENS;
  private final Map<String, String> changed = new HashMap<>();
  private Map<String, String> given;
  private LibertyServer liberty;

  private Machinery(
      LibertyInstallation installation, Redirect console, KeptLogs logs, DevStack stack) {
    this.logs = logs;
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
    Redirect console = Redirect.appendTo(output.resolve("console.log").toFile());
    KeptLogs logs = new KeptLogs(directory, directory.resolve("data"));
    DevStack stack =
        DevStack.builder().dataDirectory(directory.resolve("data")).freePorts().start();
    Machinery machinery = new Machinery(installation, console, logs, stack);
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

  /** Google and Facebook, as far as this system is concerned. */
  public IdentitySandbox identities() {
    return identities;
  }

  /** Makes this the time that an order may wait for its payment, by a restart if need be. */
  public void useWindow(Duration length) {
    window = length;
    if (!variables().equals(given) || !liberty.isAlive()) {
      liberty.stop();
      startLiberty();
    }
    awaitReady();
  }

  /** Gives Liberty an environment variable, by a restart unless it has it. */
  public void useVariable(String name, String value) {
    if (!value.equals(changed.getOrDefault(name, System.getenv(name)))) {
      changed.put(name, value);
      liberty.stop();
      startLiberty();
    }
    awaitReady();
  }

  /** Sets the time that an order may wait, for every Liberty that is started from now on. */
  public void setWindow(Duration length) {
    window = length;
  }

  /** Sets how long access tokens are good, for every Liberty that is started from now on. */
  public void setTokenLifetime(Duration length) {
    tokens = length;
  }

  public boolean runsLiberty() {
    return liberty.isAlive();
  }

  /** Waits for the end of Liberty and returns its exit code. */
  public int awaitEndOfLiberty() {
    return liberty.awaitExit();
  }

  /** Starts Liberty where it does not run, without waiting for it. */
  public void startLiberty() {
    if (liberty != null && liberty.isAlive()) {
      return;
    }
    logs.keep(installation.logFile());
    given = variables();
    liberty = LibertyServer.start(installation, given, console);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(stack.environment());
    variables.putAll(WITHOUT_LIMITS);
    variables.putAll(identities.variables());
    variables.put("ADMIN_EMAIL", ADMIN_EMAIL);
    variables.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
    variables.putAll(changed);
    variables.put(TOKENS, tokens.toString());
    variables.put(WINDOW, window.toString());
    return variables;
  }

  /** Another server beside this one, for the same users: on ports of its own, all else equal. */
  public SecondServer startSecondServer() {
    return startSecondServer(Map.of());
  }

  /**
   * @param different the variables in which it is not equal
   */
  public SecondServer startSecondServer(Map<String, String> different) {
    Map<String, String> variables = variables();
    variables.putAll(different);
    return SecondServer.start(installation, variables);
  }

  /** The process id of the server's JVM. */
  public long libertyPid() {
    return liberty.pid();
  }

  /**
   * @return the exit code, which tells whether Liberty has ended by itself
   */
  public int stopLiberty() {
    liberty.stop();
    return liberty.awaitExit();
  }

  /** Everything that was logged since the run began. */
  public List<Path> logs() {
    return logs.all();
  }

  public Path logFile() {
    return liberty.logFile();
  }

  /** Restarts Liberty with all the settings it has now. */
  public void restartLiberty() {
    liberty.stop();
    startLiberty();
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

  /** Takes the broker away, with all it has ever stored; it starts anew, with nothing. */
  public void emptyBroker() {
    stack.stop(Part.KAFKA);
    EmptyDirectory.at(stack.settings().dataDirectory().resolve("kafka"));
  }

  /** What Liberty has of the machine's memory, where the machine tells it. */
  public OptionalLong libertyMegabytes() {
    return ResidentMemory.megabytesOf(liberty.pid());
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
      identities.close();
      stack.close();
    }
  }
}
