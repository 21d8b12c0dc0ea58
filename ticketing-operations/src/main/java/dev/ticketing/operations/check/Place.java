package dev.ticketing.operations.check;

import java.util.Locale;

/**
 * Everything the checker looks at, in the order in which it does so: each kind of document with the
 * domain that keeps it, what Stripe has, and what was left on the broker.
 */
public enum Place {
  USERS("auth", "users"),
  LETTERS("auth", "letters"),
  SESSIONS("auth", "sessions"),
  LISTINGS("tickets", "tickets"),
  LOCKS("orders", "tickets"),
  ORDERS("orders", "orders"),
  /** Tickets that more than one live or complete order names, with those orders. */
  CONTESTED_TICKETS("orders", "orders"),
  /** Stripe's PaymentIntents. */
  INTENTS(null, null),
  PAYMENTS("payments", "payments"),
  PAYABLE_ORDERS("payments", "orders"),
  RESERVATIONS("expiration", "reservations"),
  DEAD_LETTERS(null, null);

  private final String database;
  private final String collection;

  Place(String database, String collection) {
    this.database = database;
    this.collection = collection;
  }

  /** The database that holds it, or null where it is none of the marketplace's. */
  public String database() {
    return database;
  }

  public String collection() {
    return collection;
  }

  /** Its name in reports. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
