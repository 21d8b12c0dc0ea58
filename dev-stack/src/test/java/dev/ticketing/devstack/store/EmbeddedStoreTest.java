package dev.ticketing.devstack.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import dev.ticketing.devstack.PortTaken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

  private static final Date NOW = new Date(1_700_000_000_000L);

  @TempDir Path directory;

  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void start() {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
  }

  @AfterEach
  void stop() {
    client.close();
    store.close();
  }

  @Test
  void documentsAndIndexesAreThereAfterARestart() {
    locks().createIndex(Indexes.ascending("holder"), new IndexOptions().unique(true));
    locks().insertOne(lock("a", "held").append("holder", "alice"));
    stop();
    start();
    assertEquals("held", locks().find(eq("holder", "alice")).first().get("status"));
    assertEquals(
        List.of("_id_", "holder_1"), locks().listIndexes().map(i -> i.get("name")).into(list()));
    assertTrue(isDuplicate(lock("b", "held").append("holder", "alice")));
  }

  @Test
  void everyValueComesBackAsItWasWritten() {
    Document written =
        new Document("_id", "a")
            .append("long", Long.MAX_VALUE)
            .append("int", 7)
            .append("double", 1.5)
            .append("flag", true)
            .append("nothing", null)
            .append("time", NOW)
            .append("list", List.of("x", new Document("y", 1)))
            .append("inner", new Document("text", "Grüße"));
    locks().insertOne(written);
    stop();
    start();
    assertEquals(written, locks().find().first());
  }

  @Test
  void aTakenPortIsNamed() {
    Path elsewhere = directory.resolve("elsewhere");
    PortTaken taken =
        assertThrows(PortTaken.class, () -> EmbeddedStore.start(elsewhere, store.port()));
    assertEquals(store.port(), taken.port());
    EmbeddedStore.start(elsewhere, 0).close();
  }

  @Test
  void aDataDirectoryHasOneOwner() {
    assertThrows(IllegalStateException.class, () -> EmbeddedStore.start(directory, 0).close());
  }

  @Test
  void aSecondDocumentWithTheSameIdIsADuplicate() {
    locks().insertOne(lock("a", "free"));
    assertTrue(isDuplicate(lock("a", "held")));
    assertEquals("free", locks().find(eq("_id", "a")).first().get("status"));
  }

  @Test
  void aUniqueIndexRefusesInsertsUpdatesAndUpserts() {
    locks().createIndex(Indexes.ascending("holder"), new IndexOptions().unique(true));
    locks().insertOne(lock("a", "held").append("holder", "alice"));
    locks().insertOne(lock("b", "held").append("holder", "bob"));
    assertTrue(isDuplicate(lock("c", "held").append("holder", "alice")));
    assertDuplicate(eq("_id", "b"), set("holder", "alice"));
    assertDuplicate(eq("_id", "c"), set("holder", "alice"));
    assertEquals(2, locks().countDocuments());
    locks().updateOne(eq("_id", "a"), set("holder", "anna"));
    locks().updateOne(eq("_id", "b"), set("holder", "alice"));
    assertEquals("b", locks().find(eq("holder", "alice")).first().get("_id"));
  }

  @Test
  void aUniqueIndexIsNotBuiltOverDuplicates() {
    locks().insertOne(lock("a", "held").append("holder", "alice"));
    locks().insertOne(lock("b", "held").append("holder", "alice"));
    DuplicateKeyException refusal =
        assertThrows(
            DuplicateKeyException.class,
            () ->
                locks().createIndex(Indexes.ascending("holder"), new IndexOptions().unique(true)));
    assertEquals(11000, refusal.getCode());
    locks().insertOne(lock("c", "held").append("holder", "alice"));
  }

  @Test
  void aSparseUniqueIndexIgnoresDocumentsWithoutTheField() {
    locks().createIndex(Indexes.ascending("order"), new IndexOptions().unique(true).sparse(true));
    locks().insertMany(List.of(lock("a", "free"), lock("b", "free")));
    locks().insertOne(lock("c", "held").append("order", "1"));
    assertTrue(isDuplicate(lock("d", "held").append("order", "1")));
    locks().deleteOne(eq("_id", "c"));
    locks().insertOne(lock("d", "held").append("order", "1"));
    assertEquals(2, locks().countDocuments(exists("order", false)));
  }

  @Test
  void anUpsertWhoseConditionFailsIsADuplicate() {
    locks().insertOne(lock("a", "held"));
    assertDuplicate(and(eq("_id", "a"), eq("status", "free")), set("status", "held"));
  }

  @Test
  void aLockIsTakenWhenItIsFreeOrItsDeadlineHasPassed() {
    Bson takeable =
        or(
            in("status", "free", "released"),
            exists("status", false),
            and(eq("status", "held"), lt("deadline", NOW)));
    Bson take =
        combine(
            set("status", "held"),
            set("deadline", new Date(NOW.getTime() + 1)),
            unset("note"),
            setOnInsert("createdAt", NOW),
            inc("version", 1L));
    FindOneAndUpdateOptions upsert =
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    Document created = locks().findOneAndUpdate(and(eq("_id", "a"), takeable), take, upsert);
    assertEquals(NOW, created.getDate("createdAt"));
    assertEquals(1L, created.getLong("version"));
    assertNull(locks().findOneAndUpdate(and(eq("_id", "a"), takeable), take));
    locks().updateOne(eq("_id", "a"), combine(set("deadline", new Date(0)), set("note", "late")));
    Document taken =
        locks()
            .findOneAndUpdate(
                and(eq("_id", "a"), takeable),
                take,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    assertEquals(2L, taken.getLong("version"));
    assertFalse(taken.containsKey("note"));
  }

  @Test
  void textSearchIgnoresCase() {
    locks().insertMany(List.of(lock("a", "Held"), lock("b", "free"), lock("c", "withheld")));
    assertEquals(
        List.of("c", "a"),
        locks()
            .find(regex("status", "HELD", "i"))
            .sort(Sorts.descending("_id"))
            .map(found -> found.get("_id"))
            .into(list()));
  }

  @Test
  void pagesCountsAndGroupsAreRight() {
    for (int number = 0; number < 10; number++) {
      locks().insertOne(lock("id" + number, number % 2 == 0 ? "free" : "held"));
    }
    assertEquals(
        List.of("id3", "id4"),
        locks()
            .find()
            .sort(Sorts.ascending("_id"))
            .skip(3)
            .limit(2)
            .map(d -> d.get("_id"))
            .into(list()));
    assertEquals(5, locks().countDocuments(eq("status", "free")));
    Map<Object, Object> groups = new HashMap<>();
    locks()
        .aggregate(List.of(Aggregates.group("$status", Accumulators.sum("n", 1))))
        .forEach(group -> groups.put(group.get("_id"), group.get("n")));
    assertEquals(Map.of("free", 5, "held", 5), groups);
    assertEquals(5, locks().deleteMany(eq("status", "held")).getDeletedCount());
    assertEquals(
        List.of("locks"),
        client.getDatabase("orders").listCollectionNames().into(new ArrayList<>()));
  }

  @Test
  void aLargeResultComesInSeveralReplies() {
    List<Document> documents = new ArrayList<>();
    for (int number = 0; number < 1_200; number++) {
      documents.add(lock("id" + number, "free").append("text", "x".repeat(50_000)));
    }
    locks().insertMany(documents);
    assertEquals(1_200, locks().find().map(found -> found.get("_id")).into(list()).size());
  }

  @Test
  void aDroppedCollectionStaysDropped() {
    locks().createIndex(Indexes.ascending("status"));
    locks().insertOne(lock("a", "free"));
    locks().drop();
    stop();
    start();
    assertEquals(0, locks().countDocuments());
    locks().insertOne(lock("a", "free"));
    assertEquals(1, locks().listIndexes().into(new ArrayList<>()).size());
  }

  @Test
  void aDroppedDatabaseStaysDropped() {
    locks().insertOne(lock("a", "free"));
    client.getDatabase("orders").drop();
    locks().insertOne(lock("b", "free"));
    stop();
    start();
    assertEquals(List.of("b"), locks().find().map(d -> d.get("_id")).into(list()));
  }

  @Test
  void aPartialIndexIsRefusedRatherThanMisunderstood() {
    IndexOptions partial =
        new IndexOptions().unique(true).partialFilterExpression(eq("status", "held"));
    assertThrows(
        MongoCommandException.class,
        () -> locks().createIndex(Indexes.ascending("holder"), partial));
  }

  private boolean isDuplicate(Document document) {
    MongoWriteException refusal =
        assertThrows(MongoWriteException.class, () -> locks().insertOne(document));
    return refusal.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  private void assertDuplicate(Bson filter, Bson update) {
    FindOneAndUpdateOptions upsert = new FindOneAndUpdateOptions().upsert(true);
    MongoCommandException refusal =
        assertThrows(
            MongoCommandException.class, () -> locks().findOneAndUpdate(filter, update, upsert));
    assertEquals(11000, refusal.getErrorCode());
  }

  private static Document lock(String id, String status) {
    return new Document("_id", id).append("status", status);
  }

  private static List<Object> list() {
    return new ArrayList<>();
  }

  private MongoCollection<Document> locks() {
    return client.getDatabase("orders").getCollection("locks");
  }
}
