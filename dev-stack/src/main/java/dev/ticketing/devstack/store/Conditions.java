package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a query an index can serve: for each branch of its {@code $or}, or for its only
 * branch, the bounds of the fields. It never excludes a matching document; it may include others,
 * which the query itself sorts out.
 */
final class Conditions {

  private static final int MOST_BRANCHES = 16;

  private final Map<String, Bounds> common = new HashMap<>();
  private List<Document> alternatives = List.of();

  private Conditions() {}

  static List<Map<String, Bounds>> branches(Document query) {
    Conditions conditions = new Conditions();
    conditions.addAll(query);
    if (conditions.alternatives.isEmpty()) {
      return List.of(conditions.common);
    }
    List<Map<String, Bounds>> branches = new ArrayList<>();
    for (Document alternative : conditions.alternatives) {
      Conditions branch = new Conditions();
      branch.common.putAll(conditions.common);
      branch.addAll(alternative);
      branches.add(branch.common);
    }
    return branches;
  }

  private void addAll(Document query) {
    for (Map.Entry<String, Object> condition : query.entrySet()) {
      String field = condition.getKey();
      Object demand = condition.getValue();
      if (field.equals("$and")) {
        documents(demand).forEach(this::addAll);
      } else if (field.equals("$or")) {
        List<Document> offered = documents(demand);
        if (alternatives.isEmpty() && offered.size() <= MOST_BRANCHES) {
          alternatives = offered;
        }
      } else if (!field.startsWith("$")) {
        add(field, demand);
      }
    }
  }

  private static List<Document> documents(Object list) {
    return list instanceof Collection<?> values
            && values.stream().allMatch(Document.class::isInstance)
        ? values.stream().map(Document.class::cast).toList()
        : List.of();
  }

  private void add(String field, Object demand) {
    if (demand instanceof Document operators) {
      operators.forEach((operator, value) -> addOperator(field, operator, value));
    } else if (isPlain(demand)) {
      narrow(field, Bounds.point(demand));
    }
  }

  private void addOperator(String field, String operator, Object value) {
    if (operator.equals("$in")) {
      if (value instanceof Collection<?> values && values.stream().allMatch(Conditions::isPlain)) {
        narrow(field, Bounds.points(values));
      }
    } else if (isPlain(value)) {
      switch (operator) {
        case "$eq" -> narrow(field, Bounds.point(value));
        case "$gt", "$gte" -> narrow(field, Bounds.above(value, operator.equals("$gte")));
        case "$lt", "$lte" -> narrow(field, Bounds.below(value, operator.equals("$lte")));
        default -> {}
      }
    }
  }

  private void narrow(String field, Bounds bounds) {
    boolean empty = bounds.isInterval() && bounds.low() == null && bounds.high() == null;
    if (!empty) {
      common.merge(field, bounds, Bounds::and);
    }
  }

  private static boolean isPlain(Object value) {
    return !(value instanceof Collection
        || value instanceof Document
        || value instanceof Missing
        || BsonRegularExpression.isRegularExpression(value));
  }
}
