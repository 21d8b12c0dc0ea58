package dev.ticketing.devstack.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.inc;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import dev.ticketing.devstack.ForkedJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreKillTest {

  private static final int ROUNDS = 4;
  private static final int WRITERS = 8;
  private static final int WRITES_BEFORE_THE_KILL = 500;

  /** Large enough for the store to write its pages several times before it is killed. */
  private static final String LARGE = "x".repeat(40_000);

  private static final String COUNTER = "counter-";

  @TempDir Path directory;

  /** What the store has acknowledged. */
  private final Set<String> inserted = ConcurrentHashMap.newKeySet();

  private final Map<String, Integer> counted = new ConcurrentHashMap<>();

  private String payload = "";

  @Test
  void everyAcknowledgedWriteSurvivesAKill() throws Exception {
    payload = LARGE;
    for (int round = 0; round < ROUNDS; round++) {
      writeUntilKilled(StoreProcess.EMBEDDED, round);
      try (EmbeddedStore store = EmbeddedStore.start(directory, 0);
          MongoClient client = MongoClients.create(store.uri())) {
        assertEquals(0, lost(client), "writes lost in round " + round);
        assertIndexAndDocumentsAgree(client);
      }
    }
  }

  /** The control: the same writes and the same kill against the library's own storage. */
  @Test
  void withoutACommitBeforeTheReplyAKillLosesAcknowledgedWrites() throws Exception {
    writeUntilKilled(StoreProcess.STOCK, 0);
    var stock = StoreProcess.startStock(directory);
    try (MongoClient client = MongoClients.create(stock.getConnectionString())) {
      assertTrue(lost(client) > 0);
    } finally {
      stock.shutdownNow();
    }
  }

  private void writeUntilKilled(String kind, int round) throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    int enough = WRITES_BEFORE_THE_KILL + 100 * round;
    List<Thread> writers = new ArrayList<>();
    try (ForkedJvm store = ForkedJvm.start(StoreProcess.class, kind, directory);
        MongoClient client =
            MongoClients.create(
                store.address() + "/?retryWrites=false&serverSelectionTimeoutMS=3000")) {
      MongoCollection<Document> documents = documents(client);
      documents.createIndex(Indexes.ascending("round", "number"));
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = round + "-" + writer;
        writers.add(new Thread(() -> write(documents, name, round, acknowledged)));
      }
      writers.forEach(Thread::start);
      await().atMost(60, SECONDS).until(() -> acknowledged.get() >= enough);
      store.kill();
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }

  /** Inserts documents and counts up one of its own, until the store is gone. */
  private void write(
      MongoCollection<Document> documents, String name, int round, AtomicInteger acknowledged) {
    FindOneAndUpdateOptions upsert =
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    try {
      for (int number = 0; ; number++) {
        String id = name + "-" + number;
        documents.insertOne(
            new Document("_id", id)
                .append("round", round)
                .append("number", number)
                .append("payload", payload));
        inserted.add(id);
        Document counter =
            documents.findOneAndUpdate(eq("_id", COUNTER + name), inc("count", 1), upsert);
        counted.put(COUNTER + name, counter.getInteger("count"));
        acknowledged.addAndGet(2);
      }
    } catch (MongoException killed) {
      assertTrue(acknowledged.get() > 0, () -> "stopped too early: " + killed);
    }
  }

  private long lost(MongoClient client) {
    Map<String, Document> kept = new HashMap<>();
    documents(client)
        .find()
        .projection(exclude("payload"))
        .forEach(found -> kept.put(found.getString("_id"), found));
    long lostInserts = inserted.stream().filter(id -> !kept.containsKey(id)).count();
    long lostUpdates =
        counted.entrySet().stream()
            .filter(
                counter ->
                    !kept.containsKey(counter.getKey())
                        || kept.get(counter.getKey()).getInteger("count") < counter.getValue())
            .count();
    return lostInserts + lostUpdates;
  }

  private void assertIndexAndDocumentsAgree(MongoClient client) {
    Set<String> scanned = new HashSet<>();
    Set<String> indexed = new HashSet<>();
    documents(client)
        .find()
        .projection(include("_id"))
        .map(found -> found.getString("_id"))
        .into(scanned);
    scanned.removeIf(id -> id.startsWith(COUNTER));
    for (int round = 0; round < ROUNDS; round++) {
      documents(client)
          .find(eq("round", round))
          .projection(include("_id"))
          .map(d -> d.getString("_id"))
          .into(indexed);
    }
    assertEquals(scanned, indexed);
  }

  private static MongoCollection<Document> documents(MongoClient client) {
    return client.getDatabase("kill").getCollection("documents");
  }
}
