package dev.ticketing.devstack.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreConcurrencyTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 100;

  @TempDir Path directory;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void start() {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    client.close();
    store.close();
  }

  @Test
  void aCompareAndSetHasOneWinner() throws Exception {
    documents().insertOne(new Document("_id", "lock").append("version", 0L));
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Integer> wins =
        onAllThreads(
            thread -> {
              int won = 0;
              for (long round = 0; round < ROUNDS; round++) {
                start.await();
                Document before =
                    documents()
                        .findOneAndUpdate(
                            and(eq("_id", "lock"), eq("version", round)),
                            combine(inc("version", 1L), set("owner", thread)));
                won += before == null ? 0 : 1;
              }
              return won;
            });
    assertEquals(ROUNDS, wins.stream().mapToInt(Integer::intValue).sum());
    assertEquals((long) ROUNDS, documents().find().first().getLong("version"));
  }

  @Test
  void anUpsertOfTheSameIdInsertsOnce() throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Integer> inserted =
        onAllThreads(
            thread -> {
              int won = 0;
              for (int round = 0; round < ROUNDS; round++) {
                start.await();
                won += take("ticket-" + round, thread) ? 1 : 0;
              }
              return won;
            });
    assertEquals(ROUNDS, inserted.stream().mapToInt(Integer::intValue).sum());
    assertEquals(ROUNDS, documents().countDocuments());
  }

  private boolean take(String id, int thread) {
    try {
      documents()
          .findOneAndUpdate(
              and(eq("_id", id), eq("status", "free")),
              combine(set("status", "held"), set("owner", thread)),
              new FindOneAndUpdateOptions().upsert(true));
      return true;
    } catch (MongoCommandException duplicate) {
      assertEquals(11000, duplicate.getErrorCode());
      return false;
    }
  }

  @Test
  void aUniqueValueIsTakenOnce() throws Exception {
    documents().createIndex(ascending("email"), new IndexOptions().unique(true));
    CyclicBarrier start = new CyclicBarrier(THREADS);
    onAllThreads(
        thread -> {
          for (int round = 0; round < ROUNDS; round++) {
            start.await();
            take(round, thread);
          }
          return 0;
        });
    assertEquals(ROUNDS, documents().countDocuments());
  }

  private void take(int round, int thread) {
    try {
      documents().insertOne(new Document("_id", round + "-" + thread).append("email", round));
    } catch (com.mongodb.MongoWriteException duplicate) {
      assertEquals(11000, duplicate.getError().getCode());
    }
  }

  @Test
  void readersNeverSeeADocumentHalfWrittenOrMissing() throws Exception {
    documents().createIndex(ascending("number"));
    documents().insertOne(document(0));
    AtomicBoolean done = new AtomicBoolean();
    List<Integer> seen =
        onAllThreads(
            thread -> {
              if (thread == 0) {
                for (int number = 1; number <= 10 * ROUNDS; number++) {
                  documents().replaceOne(eq("_id", "a"), document(number));
                }
                done.set(true);
                return 0;
              }
              int reads = 0;
              while (!done.get()) {
                assertWhole(documents().find(eq("_id", "a")).first());
                assertWhole(documents().find(gte("number", 0)).first());
                reads++;
              }
              return reads;
            });
    assertTrue(seen.stream().mapToInt(Integer::intValue).sum() > 0);
  }

  private static Document document(int number) {
    return new Document("_id", "a")
        .append("number", number)
        .append("list", List.of(number, number))
        .append("inner", new Document("number", number))
        .append(number % 2 == 0 ? "even" : "odd", number);
  }

  private static void assertWhole(Document found) {
    assertNotNull(found);
    assertEquals(document(found.getInteger("number")), found);
  }

  private interface Work {
    int on(int thread) throws Exception;
  }

  private List<Integer> onAllThreads(Work work) throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int number = thread;
      tasks.add(() -> work.on(number));
    }
    List<Integer> results = new ArrayList<>();
    for (Future<Integer> result : threads.invokeAll(tasks)) {
      results.add(result.get());
    }
    return results;
  }

  private MongoCollection<Document> documents() {
    return client.getDatabase("race").getCollection("documents");
  }
}
