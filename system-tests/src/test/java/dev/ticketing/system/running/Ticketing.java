package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketing.system.client.Browser;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The system under test: one for the whole run, started by the tests unless {@code ticketing.url}
 * names one that runs already. What everybody can do they do through its wire; what only its owner
 * can do is done through its machinery.
 */
public final class Ticketing implements CloseableResource {

  private static final int SIGN_UPS_AT_ONCE = 5;

  private final Machinery machinery;
  private final Wire wire;
  private final List<User> crowd = new ArrayList<>();

  private Ticketing(Machinery machinery, URI uri) {
    this.machinery = machinery;
    this.wire = new Wire(uri);
  }

  static Ticketing start() {
    String url = System.getProperty("ticketing.url", "");
    if (!url.isBlank()) {
      return new Ticketing(null, URI.create(url));
    }
    Machinery machinery =
        Machinery.start(
            path("ticketing.liberty"),
            path("ticketing.user.directory"),
            path("ticketing.directory"));
    return new Ticketing(machinery, machinery.uri());
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property));
  }

  public URI uri() {
    return wire.server();
  }

  public Visitor visitor() {
    return new Visitor(wire, Map.of());
  }

  public Visitor visitorWith(Map<String, String> headers) {
    return new Visitor(wire, headers);
  }

  /** A new browser, which knows nobody. */
  public Browser browser() {
    return new Browser(wire);
  }

  public User newUser() {
    return User.signUp(wire);
  }

  /** As many users; who was asked for before is there again. */
  public List<User> crowd(int size) {
    while (crowd.size() < size) {
      crowd.addAll(Together.each(SIGN_UPS_AT_ONCE, i -> newUser()));
    }
    return List.copyOf(crowd.subList(0, size));
  }

  public boolean isOurs() {
    return machinery != null;
  }

  /** Skips the test, and says so, where the system was started by somebody else. */
  public Machinery machinery() {
    assumeTrue(isOurs(), "needs a system of its own, not the one at ticketing.url");
    return machinery;
  }

  @Override
  public void close() {
    wire.close();
    if (machinery != null) {
      machinery.close();
    }
  }
}
