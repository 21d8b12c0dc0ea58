package dev.ticketing.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.MemoryStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ExpiredKeysTest {

  @Test
  void keysAreDeletedOnceTheyCountNoMoreHoweverManyThereAre() {
    MovableClock clock = new MovableClock();
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (MemoryStore store = new MemoryStore()) {
      MongoCollection<Document> collection = store.collection(IdempotencyKeys.COLLECTION);
      IdempotencyKeys keys = new IdempotencyKeys(collection, clock);
      for (int i = 0; i < 450; i++) {
        keys.claim("user", new IdempotencyKey("old " + i), "request");
      }
      clock.pass(Duration.ofMinutes(1));
      keys.claim("user", new IdempotencyKey("new"), "request");

      try (ExpiredKeys expired = new ExpiredKeys(collection, scheduler, clock)) {
        expired.sweep();
        assertEquals(451, collection.countDocuments());
        clock.pass(IdempotencyKeys.KEPT_FOR.minusMinutes(1));
        expired.sweep();
      }

      assertEquals(1, collection.countDocuments());
    } finally {
      scheduler.shutdownNow();
    }
  }
}
