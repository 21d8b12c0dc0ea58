package dev.ticketing.platform.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.MovableClock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ExpiredDocumentsTest {

  private static final String FIELD = "goesAt";

  @Test
  void documentsAreDeletedOnceTheirTimeIsOverHoweverManyThereAre() {
    MovableClock clock = new MovableClock();
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (MemoryStore store = new MemoryStore()) {
      MongoCollection<Document> documents = store.collection("documents");
      for (int i = 0; i < 450; i++) {
        documents.insertOne(expiring("old " + i, clock, Duration.ofMinutes(1)));
      }
      documents.insertOne(expiring("new", clock, Duration.ofMinutes(3)));
      documents.insertOne(new Document("_id", "timeless"));

      try (ExpiredDocuments expired = new ExpiredDocuments(documents, FIELD, scheduler, clock)) {
        expired.sweep();
        assertEquals(452, documents.countDocuments());
        clock.pass(Duration.ofMinutes(2));
        expired.sweep();
      }

      assertEquals(2, documents.countDocuments());
    } finally {
      scheduler.shutdownNow();
    }
  }

  private static Document expiring(String id, MovableClock clock, Duration time) {
    return new Document("_id", id).append(FIELD, Date.from(clock.instant().plus(time)));
  }
}
