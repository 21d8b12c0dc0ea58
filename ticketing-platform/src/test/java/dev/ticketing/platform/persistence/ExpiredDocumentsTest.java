package dev.ticketing.platform.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.idempotency.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ExpiredDocumentsTest {

  private static final String EXPIRES = "expiresAt";
  private static final Duration KEPT_FOR = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock();

  @Test
  void documentsAreDeletedOnceTheyCountNoMoreHoweverManyThereAre() {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (MemoryStore store = new MemoryStore()) {
      MongoCollection<Document> collection = store.collection("kept");
      for (int i = 0; i < 450; i++) {
        collection.insertOne(document("old " + i));
      }
      clock.pass(Duration.ofMinutes(1));
      collection.insertOne(document("new"));

      try (ExpiredDocuments expired = new ExpiredDocuments(collection, EXPIRES, scheduler, clock)) {
        expired.sweep();
        assertEquals(451, collection.countDocuments());
        clock.pass(KEPT_FOR.minusMinutes(1));
        expired.sweep();
      }

      assertEquals(1, collection.countDocuments());
    } finally {
      scheduler.shutdownNow();
    }
  }

  private Document document(String id) {
    Instant end = clock.instant().plus(KEPT_FOR);
    return new Document("_id", id).append(EXPIRES, Date.from(end));
  }
}
