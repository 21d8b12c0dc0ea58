package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one index can do for one query: how far it narrows it, and whether it yields its order. */
record IndexUse(OrderedIndex index, int worth, boolean ordered, boolean backwards) {

  private static final int WORTH_OF_VALUES = 4;
  private static final int WORTH_OF_INTERVAL = 2;
  private static final int WORTH_OF_ORDER = 3;

  static IndexUse of(OrderedIndex index, List<Map<String, Bounds>> branches, Document orderBy) {
    boolean sorts = orderBy != null && !orderBy.isEmpty();
    int worth = branches.stream().mapToInt(branch -> narrowing(index, branch)).min().orElseThrow();
    boolean forwards = !sorts || yields(index, branches, orderBy, false);
    boolean backwards = !forwards && yields(index, branches, orderBy, true);
    boolean ordered = forwards || backwards;
    int total = worth + (sorts && ordered ? WORTH_OF_ORDER : 0);
    return new IndexUse(index, holdsAll(index, branches) ? total : 0, ordered, backwards);
  }

  /** A sparse index may only answer queries that no document outside it can match. */
  private static boolean holdsAll(OrderedIndex index, List<Map<String, Bounds>> branches) {
    return !index.isSparse()
        || branches.stream()
            .allMatch(
                branch ->
                    index.getKeys().stream()
                        .map(key -> branch.get(key.getKey()))
                        .anyMatch(bounds -> bounds != null && !bounds.allowsNull()));
  }

  private static int narrowing(OrderedIndex index, Map<String, Bounds> branch) {
    int worth = 0;
    for (IndexKey key : index.getKeys()) {
      Bounds bounds = branch.get(key.getKey());
      if (bounds == null) {
        return worth;
      }
      if (bounds.isInterval()) {
        return worth + WORTH_OF_INTERVAL;
      }
      worth += WORTH_OF_VALUES;
    }
    return worth + (index.isUnique() ? 1 : 0);
  }

  private static boolean yields(
      OrderedIndex index, List<Map<String, Bounds>> branches, Document orderBy, boolean backwards) {
    List<IndexKey> free = new ArrayList<>(index.getKeys());
    free.removeIf(key -> isConstant(key.getKey(), branches));
    int next = 0;
    for (Map.Entry<String, Object> wanted : orderBy.entrySet()) {
      if (isConstant(wanted.getKey(), branches)) {
        continue;
      }
      boolean ascending = wanted.getValue() instanceof Number sign && sign.intValue() > 0;
      if (next == free.size()
          || !free.get(next).getKey().equals(wanted.getKey())
          || free.get(next).isAscending() == (ascending == backwards)) {
        return false;
      }
      next++;
    }
    return true;
  }

  private static boolean isConstant(String field, List<Map<String, Bounds>> branches) {
    Bounds bounds = branches.get(0).get(field);
    return bounds != null
        && bounds.isPoint()
        && branches.stream().allMatch(branch -> bounds.equals(branch.get(field)));
  }
}
