package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account as its owner would audit it: every payment intent, oldest first, and the sums of what
 * is set aside, was received and was given back. Amounts are minor units, whatever the currency.
 */
public record Books(
    long amountCapturable, long amountReceived, long amountRefunded, List<Entry> intents) {

  /** One payment intent; the idempotency key is the one that it was created with, or null. */
  public record Entry(
      String id,
      String status,
      String currency,
      long amount,
      long amountCapturable,
      long amountReceived,
      long amountRefunded,
      Map<String, String> metadata,
      String idempotencyKey) {}

  static Books of(RecordStore store) {
    List<Entry> intents =
        store.ids(Kind.PAYMENT_INTENT).stream()
            .map(id -> entry(store, store.find(Kind.PAYMENT_INTENT, id)))
            .toList();
    return new Books(
        intents.stream().mapToLong(Entry::amountCapturable).sum(),
        intents.stream().mapToLong(Entry::amountReceived).sum(),
        intents.stream().mapToLong(Entry::amountRefunded).sum(),
        intents);
  }

  private static Entry entry(RecordStore store, ObjectNode intent) {
    long received = intent.path("amount_received").longValue();
    Map<String, String> metadata = new TreeMap<>();
    intent
        .path("metadata")
        .properties()
        .forEach(field -> metadata.put(field.getKey(), field.getValue().textValue()));
    return new Entry(
        Json.text(intent, "id"),
        Json.text(intent, "status"),
        Json.text(intent, "currency"),
        intent.path("amount").longValue(),
        intent.path("amount_capturable").longValue(),
        received,
        received == 0 ? 0 : refunded(store, Json.text(intent, "latest_charge")),
        metadata,
        Json.text(Json.notes(intent), "idempotency_key"));
  }

  private static long refunded(RecordStore store, String charge) {
    return store.find(Kind.CHARGE, charge).path("amount_refunded").longValue();
  }
}
