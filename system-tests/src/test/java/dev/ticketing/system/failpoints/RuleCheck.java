package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.byteman.check.TestScript;

/**
 * Holds the rules of all fail points against the classes of the packaged application: a point whose
 * class, method or call is not there any more would never be passed, and those that are not tried
 * in this run would go unnoticed. A JVM of its own does it, with Byteman's own checker.
 */
final class RuleCheck {

  private static final String GOOD = "TestScript: no errors";

  private final Path liberty;
  private final Path application;

  /**
   * @param liberty the installation, whose libraries the application's classes refer to
   * @param application as Liberty has unpacked it
   */
  RuleCheck(Path liberty, Path application) {
    this.liberty = liberty;
    this.application = application;
  }

  /** Fails where a rule matches nothing. */
  void requireMatches(Path agent, Path script) {
    String output = outputOf(agent, script);
    assertTrue(
        output.contains(GOOD), () -> "Fail points that are not there\n" + complaints(output));
  }

  private String outputOf(Path agent, Path script) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            agent + File.pathSeparator + classPath(),
            TestScript.class.getName(),
            script.toString());
    try (InputStream output =
        new ProcessBuilder(command).redirectErrorStream(true).start().getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("The rules cannot be checked", e);
    }
  }

  private String classPath() {
    Stream<String> libraries =
        Stream.of(application.resolve("lib"), liberty.resolve("dev/api/spec"))
            .map(directory -> directory.resolve("*").toString());
    Stream<String> modules = children().map(Path::toString).filter(name -> name.endsWith(".jar"));
    Stream<String> webModules =
        children()
            .map(module -> module.resolve("WEB-INF/classes"))
            .filter(Files::isDirectory)
            .map(Path::toString);
    return Stream.of(libraries, modules, webModules)
        .flatMap(paths -> paths)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Stream<Path> children() {
    try (Stream<Path> found = Files.list(application)) {
      return found.toList().stream();
    } catch (IOException e) {
      throw new AssertionError("Liberty has not unpacked " + application, e);
    }
  }

  private static String complaints(String output) {
    return output
        .lines()
        .filter(line -> !line.startsWith("Parsed") && !line.startsWith("Type checked"))
        .collect(Collectors.joining("\n"));
  }
}
