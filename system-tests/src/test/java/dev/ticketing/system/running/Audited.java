package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;

/** The entries of all domains' audits at one moment. */
public final class Audited {

  private final Map<String, List<Document>> bySubject = new HashMap<>();
  private int size;

  private Audited() {}

  public static Audited in(Databases databases) {
    Audited audited = new Audited();
    databases
        .documents()
        .forEach(
            (place, document) -> {
              if (place.contains("/audit/")) {
                audited
                    .bySubject
                    .computeIfAbsent(document.getString("subject"), subject -> new ArrayList<>())
                    .add(document);
                audited.size++;
              }
            });
    return audited;
  }

  public int size() {
    return size;
  }

  /** In the order in which they happened. */
  public List<Document> all(String what, String subject) {
    return bySubject.getOrDefault(subject, List.of()).stream()
        .filter(entry -> entry.getString("what").equals(what))
        .toList();
  }

  /** What that user did, in no order. */
  public List<Document> by(String who, String what) {
    return bySubject.values().stream()
        .flatMap(List::stream)
        .filter(entry -> who.equals(entry.getString("who")))
        .filter(entry -> what.equals(entry.getString("what")))
        .toList();
  }

  public Document only(String what, String subject) {
    List<Document> found = all(what, subject);
    assertEquals(1, found.size(), () -> what + " of " + subject + ": " + bySubject.get(subject));
    return found.get(0);
  }

  /**
   * Fails unless each of these documents has an entry of that act.
   *
   * @param collection with its database, such as {@code orders/orders}
   * @param statuses only documents of these; empty for all
   * @return how many there were
   */
  public int requireOneForEach(
      Databases databases, String collection, String what, Set<String> statuses) {
    Set<String> missing = new TreeSet<>();
    int count = 0;
    for (Map.Entry<String, Document> stored : databases.documents().entrySet()) {
      boolean meant =
          stored.getKey().startsWith(collection + "/")
              && !stored.getValue().containsValue(ManyOrders.TITLE)
              && (statuses.isEmpty() || statuses.contains(stored.getValue().getString("status")));
      if (meant) {
        count++;
        String id = stored.getValue().getString("_id");
        if (all(what, id).isEmpty()) {
          missing.add(id);
        }
      }
    }
    assertEquals(Set.of(), missing, what + " is missing in the audit");
    return count;
  }

  @Override
  public String toString() {
    return bySubject.values().stream()
        .flatMap(List::stream)
        .map(Objects::toString)
        .collect(Collectors.joining());
  }
}
