package dev.ticketing.devstack.stripe.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds the latest version of a record by its id, and the records of a kind by age. It is all that
 * a record costs in memory, so it is kept small: only what the API lists is ordered by age.
 */
final class RecordIndex {
  private final Map<Kind, Map<String, Slot>> byId = new EnumMap<>(Kind.class);
  private final Map<Kind, ConcurrentSkipListMap<Long, Slot>> byAge = new EnumMap<>(Kind.class);
  private final AtomicLong sequence = new AtomicLong();

  RecordIndex() {
    for (Kind kind : Kind.values()) {
      byId.put(kind, new ConcurrentHashMap<>());
      if (kind.isListed()) {
        byAge.put(kind, new ConcurrentSkipListMap<>());
      }
    }
  }

  void add(ObjectNode record, Extent extent) {
    Kind kind = Kind.of(record.path("object").asText());
    String id = record.path("id").asText();
    Slot known = byId.get(kind).get(id);
    long place = known == null ? sequence.incrementAndGet() : known.sequence();
    String group = kind.groupField() == null ? null : record.path(kind.groupField()).asText(null);
    put(new Slot(kind, id, extent.offset(), extent.length(), place, intern(group)));
  }

  /** Notes that a record lies elsewhere now. */
  void move(Slot slot, Extent to) {
    put(new Slot(slot.kind(), slot.id(), to.offset(), to.length(), slot.sequence(), slot.group()));
  }

  private void put(Slot slot) {
    byId.get(slot.kind()).put(slot.id(), slot);
    if (slot.kind().isListed()) {
      byAge.get(slot.kind()).put(slot.sequence(), slot);
    }
  }

  private static String intern(String group) {
    return group == null ? null : group.intern();
  }

  void remove(Kind kind, String id) {
    Slot slot = byId.get(kind).remove(id);
    if (slot != null && kind.isListed()) {
      byAge.get(kind).remove(slot.sequence());
    }
  }

  Slot find(Kind kind, String id) {
    return byId.get(kind).get(id);
  }

  Collection<Slot> oldestFirst(Kind kind) {
    return byAge.get(kind).values();
  }

  /** Everything, in the order in which it came. */
  List<Slot> all() {
    return byId.values().stream()
        .flatMap(slots -> slots.values().stream())
        .sorted(Comparator.comparingLong(Slot::sequence))
        .toList();
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
