package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.EmbeddedServer;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Settings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the launcher tells people, one line for one thing. */
final class Announcements {

  private final PrintStream out;

  Announcements(PrintStream out) {
    this.out = out;
  }

  void started(Part part, EmbeddedServer server, Duration time) {
    line(capitalised(part.title()), "%s, started in %s".formatted(server.address(), seconds(time)));
  }

  void warning(String text) {
    out.println("Warning: " + text);
  }

  void notReady(Duration time, String log) {
    warning("Liberty is not ready after %s, see %s".formatted(seconds(time), log));
  }

  void libertyStarts(String log) {
    line("Liberty", "starting, its log is " + log);
  }

  void ready(DevStack stack, URI http, Duration time, String demoUser) {
    out.printf("%nReady after %s%n%n", seconds(time));
    URI application = URI.create("http://localhost:" + http.getPort());
    line("Application", application.toString());
    line("API", application.resolve("/openapi/ui").toString());
    line("Health", application.resolve("/health").toString());
    addresses(stack);
    line("Demo user", demoUser);
    farewell();
  }

  void served(Duration time, Path variables) {
    out.printf("%nReady after %s%n%n", seconds(time));
    line("Variables", variables + ", for the application's environment");
    farewell();
  }

  private void farewell() {
    out.printf("%nCtrl-C stops everything%n");
  }

  private void addresses(DevStack stack) {
    for (Part part : Part.values()) {
      String address =
          stack.find(part).map(EmbeddedServer::address).orElse(real(part, stack.settings()));
      line(capitalised(part.title()), address);
    }
  }

  private static String real(Part part, Settings settings) {
    return "real, set by %s %s".formatted(part.variable(), Endpoint.of(part, settings));
  }

  private void line(String name, String text) {
    out.printf("  %-16s %s%n", name, text);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }
}
