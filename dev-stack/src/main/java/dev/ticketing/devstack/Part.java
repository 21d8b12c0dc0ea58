package dev.ticketing.devstack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the application needs around it. Each part is either embedded or, when its variable is set,
 * a real one that somebody else runs. The order is the order of starting; stopping is the reverse.
 */
public enum Part {
  STORE("store", "document store", "MONGODB_URI", "running MongoDB"),
  KAFKA("kafka", "Kafka broker", "KAFKA_BOOTSTRAP_SERVERS", "running broker"),
  STRIPE("stripe", "Stripe sandbox", "STRIPE_API_KEY", "Stripe test key"),
  MAIL("mail", "mail catcher", "SMTP_URL", "running mail server");

  private final String key;
  private final String title;
  private final String variable;
  private final String replacement;

  Part(String key, String title, String variable, String replacement) {
    this.key = key;
    this.title = title;
    this.variable = variable;
    this.replacement = replacement;
  }

  /** The part's name on the command line. */
  public String key() {
    return key;
  }

  public String title() {
    return title;
  }

  /** The variable that replaces the embedded server by a real one. */
  public String variable() {
    return variable;
  }

  /** What that variable is to be set to, in words. */
  public String replacement() {
    return replacement;
  }

  public List<Port> ports() {
    return Arrays.stream(Port.values())
        .filter(port -> port.part().equals(Optional.of(this)))
        .toList();
  }

  public static Optional<Part> byKey(String key) {
    return Arrays.stream(values()).filter(part -> part.key.equals(key)).findFirst();
  }
}
