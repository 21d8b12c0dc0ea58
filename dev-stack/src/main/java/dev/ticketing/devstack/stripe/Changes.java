package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one request changes: the new versions of records and the events that tell of them. Nothing
 * is kept until the ledger commits all of it at once; until then only this request sees it.
 */
final class Changes {
  private final RecordStore store;
  private final Clock clock;
  private final ApiRequest request;
  private final Predicate<String> webhooks;
  private final Map<String, ObjectNode> records = new LinkedHashMap<>();
  private final List<String> events = new ArrayList<>();

  Changes(RecordStore store, Clock clock, ApiRequest request, Predicate<String> webhooks) {
    this.store = store;
    this.clock = clock;
    this.request = request;
    this.webhooks = webhooks;
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /** The idempotency key of the request, or null. */
  String idempotencyKey() {
    return request.idempotencyKey();
  }

  /** The record as this request has left it, or null. */
  ObjectNode find(Kind kind, String id) {
    ObjectNode changed = records.get(kind + id);
    return changed != null ? changed : store.find(kind, id);
  }

  void put(Kind kind, ObjectNode record) {
    records.put(kind + record.path("id").textValue(), record);
  }

  /** Tells of a record as it is now. */
  void event(String type, ObjectNode record) {
    String id = Ids.next("evt_");
    ObjectNode event = Json.object();
    event.put("id", id);
    event.put("object", Kind.EVENT.object());
    event.put("api_version", StripeSandbox.API_VERSION);
    event.put("created", now());
    event.withObjectProperty("data").set("object", Json.published(record));
    event.put("livemode", false);
    event.put("pending_webhooks", webhooks.test(type) ? 1 : 0);
    event
        .withObjectProperty("request")
        .put("id", request.id())
        .put("idempotency_key", request.idempotencyKey());
    event.put("type", type);
    put(Kind.EVENT, event);
    events.add(id);
  }

  Collection<ObjectNode> records() {
    return records.values();
  }

  List<String> events() {
    return events;
  }

  /** Lists reach past this request to the store, which is where a request that lists looks. */
  RecordStore store() {
    return store;
  }
}
