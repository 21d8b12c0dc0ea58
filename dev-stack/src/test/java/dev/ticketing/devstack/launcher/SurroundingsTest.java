package dev.ticketing.devstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.FreePorts;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {

  @Test
  void aTakenPortIsOneLineThatNamesTheVariables() throws IOException {
    try (ServerSocket broker = listen();
        ServerSocket web = listen()) {
      Settings settings =
          settings(
              "KAFKA_PORT", String.valueOf(broker.getLocalPort()),
              "HTTP_PORT", String.valueOf(web.getLocalPort()));
      PortCheck check = new PortCheck(settings);

      assertEquals(
          List.of(
              "Port %d of the application is taken: set HTTP_PORT to a free one"
                  .formatted(web.getLocalPort()),
              "Port %d of the Kafka broker is taken: set KAFKA_PORT to a free one, or KAFKA_BOOTSTRAP_SERVERS to a running broker"
                  .formatted(broker.getLocalPort())),
          check.complaints(List.of(Port.HTTP, Port.KAFKA)));
    }
  }

  @Test
  void portsOfReplacedOrUnwantedServersAreNotChecked() {
    Settings settings = settings("MONGODB_URI", "mongodb://db");

    List<Port> ports = new PortCheck(settings).of(EnumSet.of(Part.STORE, Part.STRIPE));

    assertEquals(List.of(Port.STRIPE), ports);
  }

  @Test
  void aWholeRunChecksEveryPort() {
    List<Port> ports =
        new PortCheck(settings("SMTP_URL", "")).withApplication(Set.of(Part.values()));

    assertEquals(Set.of(Port.values()), Set.copyOf(ports));
  }

  @Test
  void aRealServerThatIsAwayIsOneLineWithoutItsPassword() {
    int nobody = FreePorts.find(1).get(0);
    String uri = "mongodb://app:secret@127.0.0.1:%d/db?w=majority".formatted(nobody);

    assertEquals(
        List.of("MONGODB_URI cannot be reached: nothing answers at 127.0.0.1:" + nobody),
        new Reachability(settings("MONGODB_URI", uri)).warnings());
  }

  @Test
  void aRealServerThatAnswersOnOneOfItsHostsIsFine() throws IOException {
    try (ServerSocket broker = listen()) {
      int nobody = FreePorts.find(1).get(0);
      String list = "127.0.0.1:%d, 127.0.0.1:%d".formatted(nobody, broker.getLocalPort());

      assertTrue(new Reachability(settings("KAFKA_BOOTSTRAP_SERVERS", list)).warnings().isEmpty());
    }
  }

  @Test
  void aStripeKeyWithoutAWebhookSecretIsWorthALine() throws IOException {
    try (ServerSocket stripe = listen()) {
      Settings settings =
          settings(
              "STRIPE_API_KEY",
              "sk_test_1",
              "STRIPE_API_BASE",
              "http://127.0.0.1:" + stripe.getLocalPort());

      assertEquals(
          List.of("STRIPE_API_KEY is set without STRIPE_WEBHOOK_SECRET: webhooks will be refused"),
          new Reachability(settings).warnings());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STORE | mongodb://u:p@a:1,b/db?x=y | [a:1, b:27017]
          STORE | mongodb+srv://cluster.dev  | []
          KAFKA | a:1,b:2                    | [a:1, b:2]
          MAIL  | smtp://mail.dev            | [mail.dev:25]
          MAIL  | smtps://u:p@mail.dev       | [mail.dev:465]
          MAIL  | smtp://mail.dev:2525       | [mail.dev:2525]
          STRIPE| sk_test_1                  | [api.stripe.com:443]
          """)
  void theHostsOfAVariableAreFoundInItsValue(Part part, String value, String hosts) {
    assertEquals(hosts, Endpoint.of(part, settings(part.variable(), value)).toString());
  }

  private static Settings settings(String... pairs) {
    return pairs.length == 2
        ? Settings.from(Map.of(pairs[0], pairs[1]))
        : Settings.from(Map.of(pairs[0], pairs[1], pairs[2], pairs[3]));
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
