package dev.ticketing.devstack.stripe.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Finds the latest version of a record by its id, and lists the records of a kind by age. */
final class RecordIndex {
  private final Map<Kind, Map<String, Slot>> byId = new EnumMap<>(Kind.class);
  private final Map<Kind, ConcurrentSkipListMap<Long, Slot>> byAge = new EnumMap<>(Kind.class);
  private final AtomicLong sequence = new AtomicLong();

  RecordIndex() {
    for (Kind kind : Kind.values()) {
      byId.put(kind, new ConcurrentHashMap<>());
      byAge.put(kind, new ConcurrentSkipListMap<>());
    }
  }

  void add(ObjectNode record, Extent extent) {
    Kind kind = Kind.of(record.path("object").asText());
    String id = record.path("id").asText();
    Slot known = byId.get(kind).get(id);
    long place = known == null ? sequence.incrementAndGet() : known.sequence();
    String group = record.path(kind == Kind.EVENT ? "type" : "payment_intent").asText(null);
    Slot slot = new Slot(id, extent, place, record.path("created").asLong(), group);
    byId.get(kind).put(id, slot);
    byAge.get(kind).put(place, slot);
  }

  void remove(Kind kind, String id) {
    Slot slot = byId.get(kind).remove(id);
    if (slot != null) {
      byAge.get(kind).remove(slot.sequence());
    }
  }

  Slot find(Kind kind, String id) {
    return byId.get(kind).get(id);
  }

  Collection<Slot> oldestFirst(Kind kind) {
    return byAge.get(kind).values();
  }

  Collection<Slot> newestFirst(Kind kind) {
    return byAge.get(kind).descendingMap().values();
  }

  /** The records that are older than this one, the youngest of them first. */
  Collection<Slot> olderThan(Kind kind, Slot slot) {
    return byAge.get(kind).headMap(slot.sequence(), false).descendingMap().values();
  }

  /** The records that are younger than this one, the oldest of them first. */
  Collection<Slot> youngerThan(Kind kind, Slot slot) {
    return byAge.get(kind).tailMap(slot.sequence(), false).values();
  }

  void clear() {
    byId.values().forEach(Map::clear);
    byAge.values().forEach(Map::clear);
  }
}
