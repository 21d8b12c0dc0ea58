package dev.ticketing.devstack.liberty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where Liberty lies, which of its servers is meant, and where that server writes. Knows the
 * command lines; the Java that runs this class runs the server too.
 */
public record LibertyInstallation(
    Path directory, Path userDirectory, Path outputDirectory, String server) {

  public LibertyInstallation {
    directory = directory.toAbsolutePath().normalize();
    userDirectory = userDirectory.toAbsolutePath().normalize();
    outputDirectory = outputDirectory.toAbsolutePath().normalize();
    requireFile(directory.resolve("bin/server"), "No Liberty in " + directory);
    Path configuration = userDirectory.resolve("servers").resolve(server).resolve("server.xml");
    requireFile(configuration, "No Liberty server '" + server + "' in " + userDirectory);
  }

  public Path logFile() {
    return outputDirectory.resolve(server).resolve("logs").resolve("messages.log");
  }

  ProcessBuilder run(Map<String, String> variables) {
    ProcessBuilder builder = command("run");
    builder.environment().putAll(variables);
    return builder;
  }

  ProcessBuilder stop() {
    return command("stop");
  }

  private ProcessBuilder command(String action) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    Path script = directory.resolve(windows ? "bin/server.bat" : "bin/server");
    ProcessBuilder builder = new ProcessBuilder(List.of(script.toString(), action, server));
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("WLP_USER_DIR", userDirectory.toString());
    environment.put("WLP_OUTPUT_DIR", outputDirectory.toString());
    return builder;
  }

  private static void requireFile(Path file, String otherwise) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(otherwise + ": " + file + " is missing");
    }
  }
}
