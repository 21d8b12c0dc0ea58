package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A host and a port behind which a real server is expected; never carries its credentials. */
record Endpoint(String host, int port) {

  /** The hosts that a part's variable names; none where they are only known to the DNS. */
  static List<Endpoint> of(Part part, Settings settings) {
    String value = settings.replacement(part).orElse("");
    return switch (part) {
      case STORE -> mongoHosts(value);
      case KAFKA -> hosts(value, 9092);
      case STRIPE -> of(settings.value("STRIPE_API_BASE").orElse("https://api.stripe.com"), 443);
      case MAIL -> of(value, value.startsWith("smtps:") ? 465 : 25);
    };
  }

  boolean accepts(Duration time) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) time.toMillis());
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }

  private static List<Endpoint> mongoHosts(String uri) {
    String scheme = "mongodb://";
    if (!uri.startsWith(scheme)) {
      return List.of();
    }
    String authority = uri.substring(scheme.length()).split("[/?]", 2)[0];
    return hosts(authority.substring(authority.lastIndexOf('@') + 1), 27017);
  }

  private static List<Endpoint> of(String uri, int standardPort) {
    try {
      URI parsed = URI.create(uri);
      int port = parsed.getPort() < 0 ? standardPort : parsed.getPort();
      return parsed.getHost() == null ? List.of() : List.of(new Endpoint(parsed.getHost(), port));
    } catch (IllegalArgumentException notAUri) {
      return List.of();
    }
  }

  private static List<Endpoint> hosts(String list, int standardPort) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .map(host -> "tcp://" + host)
        .flatMap(uri -> of(uri, standardPort).stream())
        .toList();
  }
}
