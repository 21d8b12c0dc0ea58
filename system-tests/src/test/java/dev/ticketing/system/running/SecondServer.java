package dev.ticketing.system.running;

import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.liberty.LibertyInstallation;
import dev.ticketing.devstack.liberty.LibertyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A server beside the first, from a copy of its configuration: a server unpacks its application
 * there, which two at once would disturb each other in.
 */
public final class SecondServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final List<String> NOT_CONFIGURATION = List.of("workarea", "expanded", ".logs");

  private final LibertyServer liberty;
  private final Thread end = new Thread(this::kill, "end of the second Liberty");

  private SecondServer(LibertyServer liberty) {
    this.liberty = liberty;
  }

  static SecondServer start(LibertyInstallation first, Map<String, String> variables) {
    Path output = first.outputDirectory().resolveSibling("liberty-2");
    EmptyDirectory.at(output);
    Path copy = output.resolve("usr");
    copy(first.userDirectory(), copy);
    LibertyInstallation installation =
        new LibertyInstallation(first.directory(), copy, output, first.server());
    Map<String, String> own = new HashMap<>(variables);
    own.remove(Port.HTTP.variable());
    own.remove(Port.HTTPS.variable());
    Redirect console = Redirect.appendTo(output.resolve("console.log").toFile());
    SecondServer second = new SecondServer(LibertyServer.start(installation, own, console));
    Runtime.getRuntime().addShutdownHook(second.end);
    return second;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> isConfiguration(from.relativize(path))).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isConfiguration(Path relative) {
    for (Path part : relative) {
      if (NOT_CONFIGURATION.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  public URI uri() {
    return liberty.httpUri();
  }

  /** Over TLS, with a certificate that nobody has reason to trust. */
  public URI secureUri() {
    return liberty.httpsUri();
  }

  public long pid() {
    return liberty.pid();
  }

  /** What it has of the machine's memory, where the machine tells it. */
  public OptionalLong megabytes() {
    return ResidentMemory.megabytesOf(liberty.pid());
  }

  /** Ends it as a crash would. */
  public void kill() {
    liberty.kill();
  }

  public void start() {
    liberty.start();
  }

  public void awaitReady() {
    if (!liberty.awaitReady(PATIENCE)) {
      throw new AssertionError("The second server is not ready, see " + liberty.logFile());
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    liberty.stop();
  }
}
