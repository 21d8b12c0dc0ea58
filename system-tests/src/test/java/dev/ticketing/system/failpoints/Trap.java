package dev.ticketing.system.failpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private final Path script;

  Trap(Path directory, List<FailPoint> points) {
    this.armed = directory.resolve("armed");
    this.passed = directory.resolve("passed");
    this.script = directory.resolve("fail-points.btm");
    try {
      Files.createDirectories(armed);
      Files.createDirectories(passed);
      Files.writeString(script, rules(points));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    points.forEach(this::disarm);
    Stream.of(Resumption.values()).forEach(this::giveBack);
  }

  private String rules(List<FailPoint> points) {
    Stream<String> deaths = points.stream().map(point -> point.rule(armed, passed));
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

  /** From now on whoever passes this point dies there. */
  void arm(FailPoint point) {
    delete(passed.resolve(point.name()));
    create(armed.resolve(point.name()));
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
    create(armed.resolve(resumption.name()));
  }

  void giveBack(Resumption resumption) {
    delete(armed.resolve(resumption.name()));
  }

  private static void create(Path file) {
    try {
      Files.writeString(file, "");
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
