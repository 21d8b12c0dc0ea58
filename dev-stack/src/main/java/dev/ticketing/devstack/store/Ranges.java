package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns the bounds of fields into stretches of one index: leading fields with known values are
 * multiplied out, then one field may be an interval; what follows is open.
 */
final class Ranges {

  private static final int MOST_RANGES = 512;

  private final List<IndexKey> keys;
  private final Map<String, Bounds> branch;
  private final List<KeyRange> found = new ArrayList<>();

  private Ranges(List<IndexKey> keys, Map<String, Bounds> branch) {
    this.keys = keys;
    this.branch = branch;
  }

  static List<KeyRange> of(OrderedIndex index, List<Map<String, Bounds>> branches) {
    List<KeyRange> all = new ArrayList<>();
    for (Map<String, Bounds> branch : branches) {
      Ranges ranges = new Ranges(index.getKeys(), branch);
      ranges.extend(new Object[index.getKeys().size() + 1], 0, 1);
      all.addAll(ranges.found);
    }
    return KeyRange.merged(all, index.order());
  }

  private void extend(Object[] prefix, int depth, int fanOut) {
    Bounds bounds = depth < keys.size() ? branch.get(keys.get(depth).getKey()) : null;
    if (bounds == null || (!bounds.isInterval() && bounds.points().size() * fanOut > MOST_RANGES)) {
      found.add(
          new KeyRange(
              filled(prefix, depth, KeyOrder.FIRST), filled(prefix, depth, KeyOrder.LAST)));
    } else if (bounds.isInterval()) {
      found.add(interval(prefix, depth, bounds));
    } else {
      for (Object value : bounds.points()) {
        Object[] longer = prefix.clone();
        longer[depth] = value;
        extend(longer, depth + 1, fanOut * bounds.points().size());
      }
    }
  }

  private KeyRange interval(Object[] prefix, int depth, Bounds bounds) {
    boolean ascending = keys.get(depth).isAscending();
    Object[] low = prefix.clone();
    low[depth] = bounds.low();
    Object[] high = prefix.clone();
    high[depth] = bounds.high() == null ? end(ascending) : bounds.high();
    low = filled(low, depth + 1, end(ascending != bounds.lowIncluded()));
    high = filled(high, depth + 1, end(ascending == bounds.highIncluded()));
    return ascending ? new KeyRange(low, high) : new KeyRange(high, low);
  }

  private static Object end(boolean last) {
    return last ? KeyOrder.LAST : KeyOrder.FIRST;
  }

  private static Object[] filled(Object[] prefix, int from, Object mark) {
    Object[] key = prefix.clone();
    Arrays.fill(key, from, key.length, mark);
    return key;
  }
}
