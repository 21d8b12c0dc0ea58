package dev.ticketing.devstack.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What a query demands of one field, as far as an index can serve it: one of some values, or a
 * value in an interval. Null, which stands for a missing field too, is below every interval.
 *
 * @param points the values, or null for an interval
 */
record Bounds(
    List<Object> points, Object low, boolean lowIncluded, Object high, boolean highIncluded) {

  static Bounds points(Collection<?> values) {
    return new Bounds(values.stream().map(Bson::normalized).toList(), null, false, null, false);
  }

  static Bounds point(Object value) {
    return points(Collections.singletonList(value));
  }

  static Bounds above(Object value, boolean included) {
    return new Bounds(null, Bson.normalized(value), included, null, false);
  }

  static Bounds below(Object value, boolean included) {
    return new Bounds(null, null, false, Bson.normalized(value), included);
  }

  boolean isInterval() {
    return points == null;
  }

  boolean isPoint() {
    return points != null && points.size() == 1;
  }

  boolean allowsNull() {
    return points != null && points.contains(null);
  }

  /** Bounds that hold at least every value both allow. */
  Bounds and(Bounds other) {
    if (!isInterval() || !other.isInterval()) {
      boolean narrower =
          !isInterval() && (other.isInterval() || points.size() <= other.points.size());
      return narrower ? this : other;
    }
    Bounds lower = low == null || (other.low != null && order(other.low, low) > 0) ? other : this;
    Bounds upper =
        high == null || (other.high != null && order(other.high, high) < 0) ? other : this;
    return new Bounds(null, lower.low, lower.lowIncluded, upper.high, upper.highIncluded);
  }

  private static int order(Object a, Object b) {
    return KeyOrder.compareValues(a, b);
  }
}
