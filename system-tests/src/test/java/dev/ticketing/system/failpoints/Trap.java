package dev.ticketing.system.failpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.byteman.rule.Rule;

/**
 * Has the server's JVM watch for the fail points, by a Java agent that only tests give it. One
 * point at a time is armed; the server that passes it takes the file that arms it away and dies.
 */
final class Trap {

  /** Applications and the bundles of Liberty see the agent's classes. */
  private static final String SEEN_BY_ALL =
      "-Dorg.osgi.framework.bootdelegation=org.jboss.byteman.*";

  /** A server that lives for a few requests need not become as fast as it can. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private final Path armed;
  private final Path passed;
  private final Path patient;
  private final Path script;

  private Trap(Path directory, List<FailPoint> points) {
    this.armed = directory.resolve("armed");
    this.passed = directory.resolve("passed");
    this.patient = directory.resolve("patient");
    this.script = directory.resolve("fail-points.btm");
    try {
      Files.createDirectories(armed);
      Files.createDirectories(passed);
      Files.writeString(script, rules(points));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    delete(patient);
    points.forEach(this::disarm);
    Stream.of(Resumption.values()).forEach(this::giveBack);
  }

  /** For all fail points, among the files of this build. */
  static Trap inTheBuild() {
    Path directory = Path.of(System.getProperty("ticketing.directory"));
    return new Trap(directory.resolveSibling("fail-points"), FailPoints.all());
  }

  private String rules(List<FailPoint> points) {
    Stream<String> deaths = points.stream().map(point -> point.rule(armed, passed, patient));
    Stream<String> omissions =
        Stream.of(Resumption.values()).map(resumption -> resumption.rule(armed));
    return Stream.concat(deaths, omissions).collect(Collectors.joining("\n"));
  }

  /** Fails where a fail point is not to be found in the application that the server runs. */
  void requireIn(Path liberty, Path application) {
    new RuleCheck(liberty, application).requireMatches(agent(), script);
  }

  /** What a JVM has to be started with. */
  List<String> jvmOptions() {
    Path agent = agent();
    return List.of(
        "-javaagent:%s=script:%s,boot:%s".formatted(agent, script, agent),
        SEEN_BY_ALL,
        QUICK_START);
  }

  private static Path agent() {
    try {
      return Path.of(Rule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * From now on whoever passes this point dies there.
   *
   * @param names where there are any, only an event counts that has one of them in it
   */
  void arm(FailPoint point, Collection<String> names) {
    delete(passed.resolve(point.name()));
    String meant = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Path prepared = armed.resolveSibling(point.name());
    create(prepared, "(?s).*(" + meant + ").*");
    try {
      Files.move(prepared, armed.resolve(point.name()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on whoever passes a point stands still there, and the server lives on. */
  void waitForTheKill() {
    create(patient, "");
  }

  /** From now on the server dies at once again. */
  void killAtOnce() {
    delete(patient);
  }

  void disarm(FailPoint point) {
    delete(armed.resolve(point.name()));
  }

  /** Whether a server has passed this point since it was armed. */
  boolean wasPassed(FailPoint point) {
    return Files.exists(passed.resolve(point.name()));
  }

  /** From now on this does nothing. */
  void withhold(Resumption resumption) {
    create(armed.resolve(resumption.name()), "");
  }

  void giveBack(Resumption resumption) {
    delete(armed.resolve(resumption.name()));
  }

  private static void create(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
