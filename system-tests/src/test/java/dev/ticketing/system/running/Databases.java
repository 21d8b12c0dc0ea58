package dev.ticketing.system.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** What the databases of all domains hold at one moment. */
public record Databases(Map<String, Document> documents) {

  private static final Set<String> NOT_OURS = Set.of("admin", "config", "local");

  /** Skips the test where the store is not ours. */
  public static Databases now(Ticketing ticketing) {
    String uri = ticketing.machinery().stack().environment().get("MONGODB_URI");
    Map<String, Document> documents = new TreeMap<>();
    try (MongoClient store = MongoClients.create(uri)) {
      for (String name : store.listDatabaseNames()) {
        if (!NOT_OURS.contains(name)) {
          add(store.getDatabase(name), documents);
        }
      }
    }
    return new Databases(documents);
  }

  private static void add(MongoDatabase database, Map<String, Document> documents) {
    for (String collection : database.listCollectionNames()) {
      for (Document document : database.getCollection(collection).find()) {
        documents.put(
            "%s/%s/%s".formatted(database.getName(), collection, document.get("_id")), document);
      }
    }
  }

  /** What is different in the other, document by document; empty when nothing is. */
  public Map<String, String> differencesTo(Databases other) {
    Map<String, String> differences = new TreeMap<>();
    Map<String, Document> all = new TreeMap<>(documents);
    all.putAll(other.documents);
    for (String place : all.keySet()) {
      Document here = documents.get(place);
      Document there = other.documents.get(place);
      if (here == null || !here.equals(there)) {
        differences.put(place, here + " became " + there);
      }
    }
    return differences;
  }

  /** Whether some aggregate still has events to publish, or some user is to be written to. */
  public boolean hasUnpublished() {
    return documents.keySet().stream().anyMatch(place -> place.startsWith("auth/letters/"))
        || documents.values().stream().anyMatch(document -> document.containsKey("outbox"));
  }
}
