package dev.ticketing.testing.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The server that Arquillian starts: the product's own configuration, and what it takes to deploy
 * into it while it runs. Its name is of this process alone, since Arquillian refuses to start a
 * server when one of the same name runs on the machine.
 */
final class TestServer {

  private static final String THE_PRODUCT_AS_A_WHOLE = "<enterpriseApplication [^>]*/>";

  private static final String FOR_DEPLOYMENTS =
      """
        <featureManager>
          <feature>localConnector-1.0</feature>
        </featureManager>
        <applicationMonitor updateTrigger="mbean"/>
      </server>
      """;

  private static final String JVM_OPTIONS =
      """
      -Xmx400m
      -XX:+UseSerialGC
      -XX:TieredStopAtLevel=1
      -Djava.awt.headless=true
      """;

  /** Tests do more in a minute than people would be allowed to. */
  private static final Map<String, String> WITHOUT_LIMITS =
      Map.of("RATE_LIMIT_ENABLED", "false", "MAX_HOLDS_PER_USER", "0");

  private TestServer() {}

  static void create(Path userDirectory, Map<String, String> variables) {
    String name = "test-" + ProcessHandle.current().pid() + "-server";
    Path server = userDirectory.resolve("servers").resolve(name);
    try {
      Files.createDirectories(server.resolve("dropins"));
      Files.writeString(server.resolve("server.xml"), configuration());
      Files.writeString(server.resolve("jvm.options"), JVM_OPTIONS);
      Files.writeString(
          server.resolve("server.env"), assignments(WITHOUT_LIMITS) + assignments(variables));
    } catch (IOException e) {
      throw new UncheckedIOException("No server can be made in " + server, e);
    }
    System.setProperty("container.user.directory", userDirectory.toString());
    System.setProperty("container.server", name);
  }

  private static String configuration() throws IOException {
    Path product = Path.of(System.getProperty("product.server.xml"));
    return Files.readString(product)
        .replaceFirst(THE_PRODUCT_AS_A_WHOLE, "")
        .replace("</server>", FOR_DEPLOYMENTS);
  }

  private static String assignments(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
