package dev.ticketing.devstack;

import java.util.Optional;

/** Every port that a run listens on, with the variable that moves it. */
public enum Port {
  HTTP("HTTP_PORT", 9080, "application", null),
  HTTPS("HTTPS_PORT", 9443, "application (TLS)", null),
  STORE("STORE_PORT", 27017, "document store", Part.STORE),
  KAFKA("KAFKA_PORT", 9092, "Kafka broker", Part.KAFKA),
  KAFKA_CONTROLLER("KAFKA_CONTROLLER_PORT", 9093, "Kafka controller", Part.KAFKA),
  STRIPE("STRIPE_PORT", 12111, "Stripe sandbox", Part.STRIPE),
  SMTP("SMTP_PORT", 3025, "mail catcher", Part.MAIL),
  MAIL("MAIL_PORT", 8025, "mail catcher's messages", Part.MAIL);

  private final String variable;
  private final int standard;
  private final String owner;
  private final Part part;

  Port(String variable, int standard, String owner, Part part) {
    this.variable = variable;
    this.standard = standard;
    this.owner = owner;
    this.part = part;
  }

  public String variable() {
    return variable;
  }

  public int standard() {
    return standard;
  }

  public String owner() {
    return owner;
  }

  /** The embedded server that listens here; empty for the application server's own ports. */
  public Optional<Part> part() {
    return Optional.ofNullable(part);
  }
}
