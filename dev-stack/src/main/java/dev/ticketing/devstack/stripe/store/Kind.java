package dev.ticketing.devstack.stripe.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of record in the journal. The first six are Stripe's own objects and are told apart by
 * Stripe's {@code object} field; the last two are the sandbox's: an answer that belongs to an
 * idempotency key, and the mark that a webhook needs no further delivery.
 */
public enum Kind {
  PAYMENT_INTENT("payment_intent", true, null),
  CHARGE("charge", true, "payment_intent"),
  REFUND("refund", true, "payment_intent"),
  PAYMENT_METHOD("payment_method", false, null),
  TOKEN("token", false, null),
  EVENT("event", true, "type"),
  ANSWER("sandbox.answer", false, null),
  DELIVERY("sandbox.delivery", false, null);

  private static final Map<String, Kind> BY_OBJECT = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_OBJECT.put(kind.object, kind);
    }
  }

  private final String object;
  private final boolean listed;
  private final String groupField;

  Kind(String object, boolean listed, String groupField) {
    this.object = object;
    this.listed = listed;
    this.groupField = groupField;
  }

  /** The value of the {@code object} field of such a record. */
  public String object() {
    return object;
  }

  boolean isListed() {
    return listed;
  }

  /** The field by which such records can be listed, or null. */
  String groupField() {
    return groupField;
  }

  static Kind of(String object) {
    Kind kind = BY_OBJECT.get(object);
    if (kind == null) {
      throw new IllegalArgumentException("No such kind of record: " + object);
    }
    return kind;
  }
}
