package dev.ticketing.devstack.stripe.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of record in the journal. The first six are Stripe's own objects and are told apart by
 * Stripe's {@code object} field; the last two are the sandbox's: an answer that belongs to an
 * idempotency key, and the mark that a webhook needs no further delivery.
 */
public enum Kind {
  PAYMENT_INTENT("payment_intent"),
  CHARGE("charge"),
  REFUND("refund"),
  PAYMENT_METHOD("payment_method"),
  TOKEN("token"),
  EVENT("event"),
  ANSWER("sandbox.answer"),
  DELIVERY("sandbox.delivery");

  private static final Map<String, Kind> BY_OBJECT = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_OBJECT.put(kind.object, kind);
    }
  }

  private final String object;

  Kind(String object) {
    this.object = object;
  }

  /** The value of the {@code object} field of such a record. */
  public String object() {
    return object;
  }

  static Kind of(String object) {
    Kind kind = BY_OBJECT.get(object);
    if (kind == null) {
      throw new IllegalArgumentException("No such kind of record: " + object);
    }
    return kind;
  }
}
