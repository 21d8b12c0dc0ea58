package dev.ticketing.devstack;

import dev.ticketing.devstack.keys.DevelopmentKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The variables that tell the application where everything is. What the environment sets goes
 * through unchanged; the rest points to the embedded servers and to the development keys.
 */
final class ApplicationVariables {

  private static final String WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET";
  private static final String STRIPE_BASE = "STRIPE_API_BASE";

  private final Settings settings;
  private final DevelopmentKeys keys;

  ApplicationVariables(Settings settings, DevelopmentKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  Map<String, String> all() {
    Map<String, String> variables = new TreeMap<>();
    variables.put(Port.HTTP.variable(), number(Port.HTTP));
    variables.put(Port.HTTPS.variable(), number(Port.HTTPS));
    for (Part part : Part.values()) {
      variables.put(part.variable(), settings.replacement(part).orElseGet(() -> embedded(part)));
    }
    variables.putAll(ofStripe());
    ofKeys().forEach((name, value) -> variables.put(name, settings.value(name).orElse(value)));
    return variables;
  }

  /** The variables as assignments that a shell takes literally. */
  static String forShell(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(v -> "%s='%s'%n".formatted(v.getKey(), v.getValue().replace("'", "'\\''")))
        .collect(Collectors.joining());
  }

  /** The secret that webhooks are signed with, by the sandbox and by the real Stripe alike. */
  String webhookSecret() {
    return settings.value(WEBHOOK_SECRET).orElse(keys.webhookSecret());
  }

  private Map<String, String> ofStripe() {
    Map<String, String> variables = new HashMap<>();
    if (settings.embeds(Part.STRIPE)) {
      variables.put(STRIPE_BASE, "http://127.0.0.1:" + number(Port.STRIPE));
      variables.put(WEBHOOK_SECRET, webhookSecret());
    } else {
      settings.value(STRIPE_BASE).ifPresent(base -> variables.put(STRIPE_BASE, base));
      settings.value(WEBHOOK_SECRET).ifPresent(secret -> variables.put(WEBHOOK_SECRET, secret));
    }
    return variables;
  }

  private Map<String, String> ofKeys() {
    return Map.of(
        "JWT_KEYSTORE_LOCATION", keys.keystore().toString(),
        "JWT_KEYSTORE_PASSWORD", keys.keystorePassword(),
        "JWT_JWKS_LOCATION", keys.publicKeys().toUri().toString(),
        "KEYSTORE_PASSWORD", keys.tlsKeystorePassword(),
        "LTPA_KEYS_PASSWORD", keys.ltpaPassword());
  }

  private String embedded(Part part) {
    return switch (part) {
      case STORE -> "mongodb://127.0.0.1:" + number(Port.STORE) + "/?serverSelectionTimeoutMS=2000";
      case KAFKA -> "127.0.0.1:" + number(Port.KAFKA);
      case STRIPE -> keys.stripeApiKey();
      case MAIL -> "smtp://127.0.0.1:" + number(Port.SMTP);
    };
  }

  private String number(Port port) {
    return String.valueOf(settings.port(port));
  }
}
