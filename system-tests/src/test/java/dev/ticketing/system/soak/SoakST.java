package dev.ticketing.system.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SecondServer;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * All kinds of people at once: seconds of it in every build, an hour on demand ({@code
 * -Dsoak.duration=PT60M}), on two servers of which one after the other is killed ({@code
 * -Dsoak.servers=2}). What anybody is told is true and stays true.
 */
@SystemTest
@Order(Turn.SHORT_WINDOW)
class SoakST {

  private final SoakSettings settings = SoakSettings.fromProperties();
  private final Ticketing ticketing;
  private final Machinery machinery;

  SoakST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    machinery.setTokenLifetime(settings.tokens());
    machinery.useWindow(settings.window());
  }

  @Test
  void whatAnybodyIsToldIsTrueAndStaysTrue() throws Exception {
    if (settings.servers() == 1) {
      soak(List.of(Node.of(machinery)));
      return;
    }
    try (SecondServer second = machinery.startSecondServer()) {
      second.awaitReady();
      soak(List.of(Node.of(machinery), Node.of(second)));
    }
  }

  private void soak(List<Node> nodes) throws Exception {
    Soak soak = new Soak(settings, nodes, ticketing);
    Report report;
    try {
      report = soak.run();
    } finally {
      nodes.forEach(node -> node.server().close());
      machinery.setTokenLifetime(Machinery.LONG_TOKENS);
    }
    publish(report);
    assertEquals(List.of(), soak.failures());
  }

  private static void publish(Report report) throws IOException {
    System.out.println(report);
    Path file = Path.of(System.getProperty("ticketing.directory")).resolveSibling("soak.md");
    Files.writeString(file, report.toString());
    System.out.println("The report is in " + file);
  }
}
