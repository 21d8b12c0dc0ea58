package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tries the real servers that replace embedded ones. What cannot be reached is worth a line, not
 * the end: the application waits for it and recovers by itself.
 */
final class Reachability {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Settings settings;

  Reachability(Settings settings) {
    this.settings = settings;
  }

  List<String> warnings() {
    List<String> warnings =
        Arrays.stream(Part.values())
            .filter(part -> !settings.embeds(part))
            .filter(this::isAway)
            .map(this::warning)
            .collect(Collectors.toCollection(ArrayList::new));
    if (!settings.embeds(Part.STRIPE) && settings.value("STRIPE_WEBHOOK_SECRET").isEmpty()) {
      warnings.add("STRIPE_API_KEY is set without STRIPE_WEBHOOK_SECRET: webhooks will be refused");
    }
    return warnings;
  }

  private boolean isAway(Part part) {
    List<Endpoint> endpoints = Endpoint.of(part, settings);
    return !endpoints.isEmpty()
        && endpoints.parallelStream().noneMatch(endpoint -> endpoint.accepts(PATIENCE));
  }

  private String warning(Part part) {
    String hosts =
        Endpoint.of(part, settings).stream()
            .map(Endpoint::toString)
            .collect(Collectors.joining(", "));
    return "%s cannot be reached: nothing answers at %s".formatted(part.variable(), hosts);
  }
}
