package dev.ticketing.expiration.domain;

/** Where the order of a reservation stands, as far as the clock has heard. */
public enum ReservationStatus {
  CREATED("created"),
  AWAITING_PAYMENT("awaiting:payment"),
  COMPLETE("complete"),
  CANCELLED("cancelled"),
  EXPIRED("expired");

  private final String publicName;

  ReservationStatus(String publicName) {
    this.publicName = publicName;
  }

  public String publicName() {
    return publicName;
  }
}
