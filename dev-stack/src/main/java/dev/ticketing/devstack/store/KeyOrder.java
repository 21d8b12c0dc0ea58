package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order of an index's entries, each the values of the indexed fields followed by the document's
 * position. {@link #FIRST} and {@link #LAST} stand before and after every value, whatever the
 * direction of the field, and mark where ranges begin and end.
 */
final class KeyOrder implements Comparator<Object[]> {

  static final Object FIRST = new Object();
  static final Object LAST = new Object();

  /** The general comparison of any two values takes many times longer. */
  private static final Set<Class<?>> NATURALLY_ORDERED =
      Set.of(String.class, Instant.class, Double.class, Boolean.class, ObjectId.class);

  private final boolean[] descending;

  KeyOrder(List<IndexKey> keys) {
    descending = new boolean[keys.size() + 1];
    for (int field = 0; field < keys.size(); field++) {
      descending[field] = !keys.get(field).isAscending();
    }
  }

  @Override
  public int compare(Object[] left, Object[] right) {
    for (int field = 0; field < left.length; field++) {
      Object a = left[field];
      Object b = right[field];
      if (a == b) {
        continue;
      }
      if (a == FIRST || b == LAST) {
        return -1;
      }
      if (a == LAST || b == FIRST) {
        return 1;
      }
      int order = compareValues(a, b);
      if (order != 0) {
        return descending[field] ? -order : order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked")
  static int compareValues(Object a, Object b) {
    boolean natural = a != null && b != null && a.getClass() == b.getClass();
    return natural && NATURALLY_ORDERED.contains(a.getClass())
        ? ((Comparable<Object>) a).compareTo(b)
        : ValueComparator.ascWithoutListHandling().compare(a, b);
  }
}
