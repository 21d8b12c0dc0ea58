package dev.ticketing.devstack.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of an index between two marks. No entry equals a mark, so it has no open ends. */
record KeyRange(Object[] from, Object[] to) {

  /** The same stretches in the index's order, none of them overlapping. */
  static List<KeyRange> merged(List<KeyRange> ranges, Comparator<Object[]> order) {
    List<KeyRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(KeyRange::from, order));
    List<KeyRange> merged = new ArrayList<>();
    for (KeyRange next : sorted) {
      KeyRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && order.compare(next.from, last.to) <= 0) {
        Object[] end = order.compare(next.to, last.to) > 0 ? next.to : last.to;
        merged.set(merged.size() - 1, new KeyRange(last.from, end));
      } else if (order.compare(next.from, next.to) <= 0) {
        merged.add(next);
      }
    }
    return merged;
  }
}
