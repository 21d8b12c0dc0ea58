package dev.ticketing.devstack;

import dev.ticketing.devstack.broker.EmbeddedBroker;
import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.devstack.mail.MailCatcher;
import dev.ticketing.devstack.store.EmbeddedStore;
import dev.ticketing.devstack.stripe.StripeSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything around the application server, in this JVM. The launcher is built on it, and so are
 * tests: they give it a directory and free ports, hand its {@link #environment()} to a server and
 * take single parts away and back.
 */
public final class DevStack implements AutoCloseable {

  /** Is told as soon as a server accepts connections. */
  @FunctionalInterface
  public interface Listener {
    void started(Part part, EmbeddedServer server, Duration time);
  }

  private final Settings settings;
  private final DevelopmentKeys keys;
  private final EmbeddedServers servers;

  private DevStack(Settings settings, DevelopmentKeys keys, EmbeddedServers servers) {
    this.settings = settings;
    this.keys = keys;
    this.servers = servers;
  }

  public static Builder builder() {
    return new Builder();
  }

  public EmbeddedStore store() {
    return running(Part.STORE, EmbeddedStore.class);
  }

  public EmbeddedBroker broker() {
    return running(Part.KAFKA, EmbeddedBroker.class);
  }

  public StripeSandbox stripe() {
    return running(Part.STRIPE, StripeSandbox.class);
  }

  public MailCatcher mail() {
    return running(Part.MAIL, MailCatcher.class);
  }

  /** The part's embedded server, where there is one and it runs. */
  public Optional<EmbeddedServer> find(Part part) {
    return servers.find(part);
  }

  /** Takes an embedded server away; its data and its port stay. */
  public void stop(Part part) {
    servers.stop(part);
  }

  /** Starts an embedded server that was stopped, on its port and with its data. */
  public void start(Part part) {
    servers.start(part);
  }

  /** The variables that point the application to this stack. */
  public Map<String, String> environment() {
    return new ApplicationVariables(settings, keys).all();
  }

  /** Writes the same variables to a file that a shell can read; it carries secrets. */
  public Path writeEnvironment() {
    return keys.write("application.env", ApplicationVariables.forShell(environment()));
  }

  public Settings settings() {
    return settings;
  }

  public DevelopmentKeys keys() {
    return keys;
  }

  @Override
  public void close() {
    servers.close();
  }

  private <T> T running(Part part, Class<T> type) {
    return servers
        .find(part)
        .filter(Embedded.class::isInstance)
        .map(server -> type.cast(((Embedded<?>) server).server()))
        .orElseThrow(() -> new IllegalStateException("The " + part.title() + " is not running"));
  }

  /** What to start, and where. */
  public static final class Builder {

    private Settings settings = Settings.from(Map.of());
    private Set<Part> parts = EnumSet.allOf(Part.class);
    private Listener listener = (part, server, time) -> {};
    private final Map<Part, EmbeddedServer.Starter> substitutes = new EnumMap<>(Part.class);

    private Builder() {}

    /** Replaces everything that was set before by what an environment says. */
    public Builder settings(Settings fromEnvironment) {
      settings = fromEnvironment;
      return this;
    }

    public Builder dataDirectory(Path directory) {
      settings = settings.withDataDirectory(directory);
      return this;
    }

    public Builder freePorts() {
      settings = settings.withFreePorts();
      return this;
    }

    public Builder only(Set<Part> chosen) {
      parts = EnumSet.copyOf(chosen);
      return this;
    }

    public Builder listener(Listener told) {
      listener = told;
      return this;
    }

    /** Starts this server in the part's place. */
    public Builder with(Part part, EmbeddedServer.Starter starter) {
      substitutes.put(part, starter);
      return this;
    }

    public DevStack start() {
      DevelopmentKeys keys = DevelopmentKeys.in(settings.dataDirectory().resolve("keys"));
      Map<Part, EmbeddedServer.Starter> starters = new Starters(settings, keys).all();
      starters.putAll(substitutes);
      starters.keySet().removeIf(part -> !parts.contains(part) || !settings.embeds(part));
      EmbeddedServers servers = new EmbeddedServers(starters, listener);
      servers.startAll();
      return new DevStack(settings, keys, servers);
    }
  }
}
