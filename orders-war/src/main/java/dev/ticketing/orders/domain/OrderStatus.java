package dev.ticketing.orders.domain;

/** Where an order stands, with the name that clients see. */
public enum OrderStatus {
  CREATED("created"),
  AWAITING_PAYMENT("awaiting:payment"),
  COMPLETE("complete"),
  CANCELLED("cancelled"),
  EXPIRED("expired");

  private final String publicName;

  OrderStatus(String publicName) {
    this.publicName = publicName;
  }

  public String publicName() {
    return publicName;
  }

  /** Whether nothing can happen to the order any more. */
  public boolean isFinal() {
    return this == COMPLETE || this == CANCELLED || this == EXPIRED;
  }
}
