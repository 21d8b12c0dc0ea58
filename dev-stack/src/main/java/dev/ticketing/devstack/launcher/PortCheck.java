package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.FreePorts;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds the ports of a run that somebody else listens on, and words what to do about each. */
final class PortCheck {

  private final Settings settings;

  PortCheck(Settings settings) {
    this.settings = settings;
  }

  /** The ports that embedding these parts takes. */
  List<Port> of(Set<Part> parts) {
    return Arrays.stream(Port.values())
        .filter(port -> port.part().map(parts::contains).orElse(false))
        .filter(port -> port.part().map(settings::embeds).orElse(false))
        .toList();
  }

  /** The same, with the ports of the application server. */
  List<Port> withApplication(Set<Part> parts) {
    List<Port> ports = new ArrayList<>(List.of(Port.HTTP, Port.HTTPS));
    ports.addAll(of(parts));
    return ports;
  }

  List<String> complaints(List<Port> ports) {
    return ports.stream()
        .filter(port -> !FreePorts.isFree(settings.port(port)))
        .map(this::complaint)
        .toList();
  }

  /** The complaint about one port that turned out to be taken. */
  List<String> complaints(int taken) {
    return Arrays.stream(Port.values())
        .filter(port -> settings.port(port) == taken)
        .map(this::complaint)
        .toList();
  }

  private String complaint(Port port) {
    String instead =
        port.part()
            .map(part -> ", or %s to a %s".formatted(part.variable(), part.replacement()))
            .orElse("");
    return "Port %d of the %s is taken: set %s to a free one%s"
        .formatted(settings.port(port), port.owner(), port.variable(), instead);
  }
}
