package dev.ticketing.devstack.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random queries over two collections of the same documents, of which only one has indexes. */
class PlannedQueriesTest {

  private static final int DOCUMENTS = 300;
  private static final int QUERIES = 800;
  private static final List<String> FIELDS = List.of("a", "b", "c");
  private static final List<String> COMPARISONS = List.of("$lt", "$lte", "$gt", "$gte", "$ne");

  @TempDir Path directory;

  private final Random random = new Random(42);

  @Test
  void anIndexChangesNoResult() {
    try (EmbeddedStore store = EmbeddedStore.start(directory, 0);
        MongoClient client = MongoClients.create(store.uri())) {
      MongoCollection<Document> plain = client.getDatabase("q").getCollection("plain");
      MongoCollection<Document> indexed = client.getDatabase("q").getCollection("indexed");
      indexed.createIndex(new Document("a", 1).append("b", -1).append("_id", -1));
      indexed.createIndex(new Document("b", 1));
      indexed.createIndex(new Document("c", -1).append("a", 1), new IndexOptions().sparse(true));
      for (int number = 0; number < DOCUMENTS; number++) {
        Document document = document(number);
        plain.insertOne(document);
        indexed.insertOne(document);
      }
      for (int number = 0; number < DOCUMENTS; number += 3) {
        Document changed = document(number);
        plain.replaceOne(new Document("_id", number), changed);
        indexed.replaceOne(new Document("_id", number), changed);
      }
      for (int query = 0; query < QUERIES; query++) {
        assertSameResult(plain, indexed);
      }
    }
  }

  private void assertSameResult(
      MongoCollection<Document> plain, MongoCollection<Document> indexed) {
    Document filter = filter();
    Document order = order();
    int limit = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(30);
    List<Document> expected =
        plain.find(filter).sort(order).limit(order == null ? 0 : limit).into(new ArrayList<>());
    List<Document> actual =
        indexed.find(filter).sort(order).limit(order == null ? 0 : limit).into(new ArrayList<>());
    if (order == null) {
      assertEquals(new HashSet<>(expected), new HashSet<>(actual), filter::toJson);
      assertEquals(expected.size(), actual.size(), filter::toJson);
    } else {
      assertEquals(expected, actual, () -> filter.toJson() + " sorted by " + order.toJson());
    }
    assertEquals(expected.isEmpty(), indexed.countDocuments(filter) == 0, filter::toJson);
  }

  private Document document(int number) {
    Document document = new Document("_id", number);
    FIELDS.forEach(
        field -> {
          if (random.nextInt(5) > 0) {
            document.append(field, value());
          }
        });
    return document;
  }

  private Object value() {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> (long) random.nextInt(8);
      case 2 -> "text" + random.nextInt(3);
      case 3 -> random.nextInt(16) / 2.0;
      default -> random.nextInt(8);
    };
  }

  private Document filter() {
    Document filter = conjunction();
    if (random.nextInt(3) == 0) {
      filter.append("$or", List.of(conjunction(), conjunction()));
    }
    return filter;
  }

  private Document conjunction() {
    Document conjunction = new Document();
    for (int condition = random.nextInt(3); condition >= 0; condition--) {
      String field = FIELDS.get(random.nextInt(FIELDS.size()));
      conjunction.append(random.nextInt(8) == 0 ? "_id" : field, demand());
    }
    return conjunction;
  }

  private Object demand() {
    return switch (random.nextInt(5)) {
      case 0 -> new Document("$in", List.of(random.nextInt(8), "text1", random.nextInt(8)));
      case 1, 2 -> {
        Document range = new Document(comparison(), random.nextInt(8));
        yield random.nextBoolean() ? range : range.append(comparison(), random.nextInt(8));
      }
      case 3 -> new Document("$exists", random.nextBoolean());
      default -> value();
    };
  }

  private String comparison() {
    return COMPARISONS.get(random.nextInt(COMPARISONS.size()));
  }

  /** Ends with the id, so that the order is total; or null for none. */
  private Document order() {
    int direction = random.nextBoolean() ? 1 : -1;
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> new Document("b", direction).append("_id", direction);
      case 2 -> new Document("a", -direction).append("b", direction).append("_id", direction);
      default -> new Document("c", direction).append("_id", 1);
    };
  }
}
