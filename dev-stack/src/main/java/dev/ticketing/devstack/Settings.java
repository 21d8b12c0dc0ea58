package dev.ticketing.devstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about a run: where data is kept, which ports are used and which parts
 * are replaced by real servers. A value that cannot work is refused with one line that names its
 * variable.
 */
public final class Settings {

  private final Map<String, String> environment;
  private final Map<Port, Integer> ports;

  private Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.ports = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      ports.put(port, read(port));
    }
    refuseSharedPorts();
  }

  public static Settings from(Map<String, String> environment) {
    return new Settings(environment);
  }

  /** The same settings on ports that nobody uses now. */
  public Settings withFreePorts() {
    Map<String, String> changed = new HashMap<>(environment);
    Iterator<Integer> free = FreePorts.find(Port.values().length).iterator();
    for (Port port : Port.values()) {
      changed.put(port.variable(), String.valueOf(free.next()));
    }
    return new Settings(changed);
  }

  public Settings withDataDirectory(Path directory) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("DATA_DIR", directory.toString());
    return new Settings(changed);
  }

  public Path dataDirectory() {
    return Path.of(value("DATA_DIR").orElse("data")).toAbsolutePath().normalize();
  }

  public int port(Port port) {
    return ports.get(port);
  }

  /** The real server that takes the part's place, as its variable gives it. */
  public Optional<String> replacement(Part part) {
    return value(part.variable());
  }

  public boolean embeds(Part part) {
    return replacement(part).isEmpty();
  }

  /** A variable's value, where it is set to something that is not blank. */
  public Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  private int read(Port port) {
    return value(port.variable()).map(text -> parse(port, text)).orElse(port.standard());
  }

  private static int parse(Port port, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // refused below, together with numbers that are no ports
    }
    throw new InvalidSetting(
        "%s must be a port from 1 to 65535, not '%s'".formatted(port.variable(), text));
  }

  private void refuseSharedPorts() {
    Map<Integer, Port> owners = new HashMap<>();
    List<Port> used =
        Arrays.stream(Port.values())
            .filter(port -> port.part().map(this::embeds).orElse(true))
            .toList();
    for (Port port : used) {
      Port other = owners.putIfAbsent(port(port), port);
      if (other != null) {
        throw new InvalidSetting(
            "%s and %s are both %d: set one of them to another port"
                .formatted(other.variable(), port.variable(), port(port)));
      }
    }
  }
}
