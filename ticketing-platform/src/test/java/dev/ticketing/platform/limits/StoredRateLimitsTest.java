package dev.ticketing.platform.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.MovableClock;
import dev.ticketing.platform.limits.RateLimits.Counted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredRateLimitsTest {

  private static final Limit THREE = new Limit("three", 3, Duration.ofMinutes(15));

  private final MovableClock clock = new MovableClock();
  private MemoryStore store;
  private MongoCollection<Document> counters;
  private RateLimits limits;

  @BeforeEach
  void open() {
    store = new MemoryStore();
    counters = store.collection(StoredRateLimits.COLLECTION);
    limits = new StoredRateLimits(counters, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void asManyAsAllowedPassAndThenNoneUntilTheWindowEnds() {
    clock.pass(Duration.ofMinutes(5));
    count("ann", 3);

    Refusal refusal = assertThrows(Refusal.class, () -> limits.count(THREE, "ann"));
    assertEquals(Refusal.Reason.TOO_MANY, refusal.reason());
    assertEquals(Optional.of(Duration.ofMinutes(10)), refusal.retryAfter());

    clock.pass(Duration.ofMinutes(10));
    count("ann", 3);
    assertTrue(isRefused("ann"));
  }

  @Test
  void whatIsRefusedIsNotCounted() {
    Counted first = limits.count(THREE, "ann");
    count("ann", 2);
    for (int i = 0; i < 5; i++) {
      assertTrue(isRefused("ann"));
    }
    first.takeBack();
    assertFalse(isRefused("ann"));
    assertTrue(isRefused("ann"));
  }

  @Test
  void subjectsAndLimitsAreCountedApart() {
    count("ann", 3);
    count("bob", 3);
    limits.count(new Limit("other", 3, THREE.window()), "ann");
    assertTrue(isRefused("ann"));
    assertTrue(isRefused("bob"));
  }

  @Test
  void whatIsTakenBackCountsNoMore() {
    for (int i = 0; i < 20; i++) {
      limits.count(THREE, "ann").takeBack();
    }
    count("ann", 3);
    assertTrue(isRefused("ann"));
  }

  @Test
  void anotherServerCountsOn() {
    RateLimits other = new StoredRateLimits(counters, clock);
    limits.count(THREE, "ann");
    other.count(THREE, "ann");
    limits.count(THREE, "ann");
    assertThrows(Refusal.class, () -> other.count(THREE, "ann"));
  }

  @Test
  void ofManyAtOnceExactlyAsManyAsAllowedPass() throws Exception {
    int rounds = 20;
    int atOnce = 16;
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      for (int round = 0; round < rounds; round++) {
        String subject = "crowd " + round;
        CyclicBarrier start = new CyclicBarrier(atOnce);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
          attempts.add(
              () -> {
                start.await();
                return !isRefused(subject);
              });
        }
        int passed = 0;
        for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
          passed += attempt.get() ? 1 : 0;
        }
        assertEquals(3, passed);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoeverReadsTheCountersLearnsNoAddressAndFindsThemSmall() {
    limits.count(THREE, "ann@example.com".repeat(5_000));
    Document counter = counters.find().first();
    assertEquals(43, counter.getString("_id").length());
    assertFalse(counter.toJson().contains("ann"));
    assertEquals(3, counter.size());
  }

  @Test
  void noLimitsRefuseNothing() {
    for (int i = 0; i < 10; i++) {
      RateLimits.NONE.count(THREE, "ann").takeBack();
    }
    assertEquals(0, counters.countDocuments());
  }

  private void count(String subject, int times) {
    for (int i = 0; i < times; i++) {
      limits.count(THREE, subject);
    }
  }

  private boolean isRefused(String subject) {
    try {
      limits.count(THREE, subject);
      return false;
    } catch (Refusal e) {
      return true;
    }
  }
}
