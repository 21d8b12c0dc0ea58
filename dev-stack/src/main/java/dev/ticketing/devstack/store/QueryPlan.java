package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the documents that may match a query are found: under given ids, in stretches of an index,
 * or anywhere. Whatever the plan, each candidate is still matched against the whole query.
 *
 * @param ids the positions to look at, or null
 * @param index the index to walk, or null
 * @param ordered whether the candidates come in the order the query asks for
 */
record QueryPlan(
    Set<Object> ids,
    OrderedIndex index,
    List<KeyRange> ranges,
    boolean backwards,
    boolean ordered) {

  static QueryPlan choose(Document query, Document orderBy, List<Index<Object>> indexes) {
    List<Map<String, Bounds>> branches = Conditions.branches(query);
    if (hasPrimary(indexes) && branches.stream().allMatch(QueryPlan::namesIds)) {
      return byId(branches);
    }
    IndexUse best = null;
    for (Index<Object> index : indexes) {
      if (index instanceof OrderedIndex candidate && candidate.isUsable()) {
        IndexUse use = IndexUse.of(candidate, branches, orderBy);
        best = use.worth() > (best == null ? 0 : best.worth()) ? use : best;
      }
    }
    return best == null
        ? new QueryPlan(null, null, List.of(), false, false)
        : new QueryPlan(
            null,
            best.index(),
            Ranges.of(best.index(), branches),
            best.backwards(),
            best.ordered());
  }

  private static boolean hasPrimary(List<Index<Object>> indexes) {
    return indexes.stream().anyMatch(PrimaryIndex.class::isInstance);
  }

  private static boolean namesIds(Map<String, Bounds> branch) {
    Bounds bounds = branch.get(PrimaryIndex.FIELD);
    return bounds != null && !bounds.isInterval();
  }

  private static QueryPlan byId(List<Map<String, Bounds>> branches) {
    Set<Object> ids = new LinkedHashSet<>();
    for (Map<String, Bounds> branch : branches) {
      branch.get(PrimaryIndex.FIELD).points().forEach(id -> ids.add(PrimaryIndex.keyOf(id)));
    }
    return new QueryPlan(ids, null, List.of(), false, ids.size() <= 1);
  }
}
