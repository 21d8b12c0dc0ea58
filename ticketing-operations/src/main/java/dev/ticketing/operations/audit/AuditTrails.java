package dev.ticketing.operations.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.types.ObjectId;

/** The audits of several domains, read as one; in memory is one act of each. */
public final class AuditTrails {

  static final List<String> DOMAINS = List.of("auth", "tickets", "orders", "payments");

  private static final String COLLECTION = "audit";

  private final Map<String, MongoCollection<Document>> trails;

  private AuditTrails(Map<String, MongoCollection<Document>> trails) {
    this.trails = trails;
  }

  static AuditTrails in(MongoClient store, List<String> domains) {
    Map<String, MongoCollection<Document>> trails = new LinkedHashMap<>();
    domains.forEach(domain -> trails.put(domain, trailOf(store, domain)));
    return new AuditTrails(trails);
  }

  private static MongoCollection<Document> trailOf(MongoClient store, String domain) {
    return store.getDatabase(domain).getCollection(COLLECTION);
  }

  /**
   * Writes down what an operator does by hand.
   *
   * @param subject the id of what it was done to, or null
   */
  public static void write(
      MongoClient store, String domain, String what, String subject, Instant now) {
    trailOf(store, domain)
        .insertOne(
            new Document("_id", new ObjectId(Date.from(now)).toHexString())
                .append("at", Date.from(now))
                .append("what", what)
                .append("outcome", "DONE")
                .append("who", "operator")
                .append("address", null)
                .append("agent", System.getProperty("user.name"))
                .append("subject", subject)
                .append("detail", null));
  }

  /** Hands over each act with its domain, in the order of their times. */
  void read(AuditQuery query, BiConsumer<String, Document> reader) {
    List<MongoCursor<Document>> open = new ArrayList<>();
    try {
      PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::at));
      trails.forEach(
          (domain, trail) -> {
            MongoCursor<Document> acts =
                trail.find(query.filter()).sort(Sorts.ascending("_id")).iterator();
            open.add(acts);
            advance(domain, acts, heads);
          });
      for (Head head; (head = heads.poll()) != null; ) {
        reader.accept(head.domain(), head.act());
        advance(head.domain(), head.rest(), heads);
      }
    } finally {
      open.forEach(MongoCursor::close);
    }
  }

  private static void advance(
      String domain, MongoCursor<Document> acts, PriorityQueue<Head> heads) {
    if (acts.hasNext()) {
      heads.add(new Head(domain, acts.next(), acts));
    }
  }

  private record Head(String domain, Document act, MongoCursor<Document> rest) {

    Date at() {
      return act.getDate("at");
    }
  }
}
