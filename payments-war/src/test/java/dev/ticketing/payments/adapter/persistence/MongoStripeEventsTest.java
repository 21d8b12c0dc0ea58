package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import dev.ticketing.payments.application.StripeEvent;
import dev.ticketing.payments.application.StripeEvent.Type;
import dev.ticketing.payments.domain.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoStripeEventsTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final int RACERS = 4;
  private static final int RACES = 50;

  private static StoredPayments store;

  private MongoCollection<Document> documents;
  private MongoStripeEvents events;

  @BeforeAll
  static void startStore() {
    store = new StoredPayments();
  }

  @AfterAll
  static void stopStore() {
    store.close();
  }

  @BeforeEach
  void emptyCollection() {
    documents = store.empty("events");
    events = new MongoStripeEvents(documents);
  }

  @Test
  void anEventIsKeptOnceAndFoundAsItCame() {
    StripeEvent event = new StripeEvent("evt_1", Type.CHARGE_REFUNDED, "pi_1", null);
    assertTrue(events.keep(event, NOW));
    assertFalse(events.keep(event, NOW.plusSeconds(1)));
    assertEquals(Optional.of(event), events.take(NOW));
    assertEquals(1, documents.countDocuments());
  }

  @Test
  void theOldestIsTakenFirstAndNotBeforeItsTime() {
    events.keep(event("evt_2"), NOW.plusSeconds(1));
    events.keep(event("evt_1"), NOW);
    assertEquals(Optional.empty(), events.take(NOW.minusMillis(1)));
    assertEquals("evt_1", events.take(NOW.plusSeconds(2)).orElseThrow().id());
    assertEquals("evt_2", events.take(NOW.plusSeconds(2)).orElseThrow().id());
    assertEquals(Optional.empty(), events.take(NOW.plusSeconds(2)));
  }

  @Test
  void whatIsTakenAndNotFinishedIsDueAgainLaterAndLater() {
    events.keep(event("evt_1"), NOW);
    Instant time = NOW;
    List<Duration> pauses = new ArrayList<>();
    for (int turn = 0; turn < 8; turn++) {
      assertTrue(events.take(time).isPresent());
      Instant due = documents.find().first().getDate(MongoStripeEvents.DUE).toInstant();
      pauses.add(Duration.between(time, due));
      time = due;
    }
    assertEquals(Patience.LEASE, pauses.get(0));
    assertEquals(Duration.ofMinutes(1), pauses.get(7));
    assertEquals(pauses.stream().sorted().toList(), pauses);
  }

  @Test
  void whatIsFinishedIsNeverDueAndStillKnown() {
    events.keep(event("evt_1"), NOW);
    events.take(NOW);
    events.finish("evt_1");
    assertEquals(Optional.empty(), events.take(NOW.plus(Duration.ofDays(1))));
    assertFalse(events.keep(event("evt_1"), NOW));
  }

  @Test
  void whatIsFinishedIsForgottenInTimeAndWhatIsNotIsKept() {
    for (String id : List.of("evt_old", "evt_old_and_open", "evt_new")) {
      events.keep(event(id), id.equals("evt_new") ? NOW : NOW.minusSeconds(1));
    }
    events.finish("evt_old");
    events.finish("evt_new");
    events.forget(NOW);
    List<String> left = documents.distinct("_id", String.class).into(new ArrayList<>());
    assertEquals(List.of("evt_new", "evt_old_and_open"), left.stream().sorted().toList());
  }

  @Test
  void ofServersThatTakeAtOnceOneGetsTheEvent() throws Exception {
    assertEquals(Set.of(1), takersPerRace(() -> events.take(NOW).isPresent()));
  }

  /** The control: looking first and taking the turn then lets several have it. */
  @Test
  void withoutTheGuardSeveralWouldGetTheEvent() throws Exception {
    Set<Integer> takers =
        takersPerRace(
            () -> {
              Document due = documents.find(lte(MongoStripeEvents.DUE, Date.from(NOW))).first();
              if (due == null) {
                return false;
              }
              Date later = Date.from(NOW.plus(Patience.LEASE));
              documents.updateOne(eq("_id", due.get("_id")), set(MongoStripeEvents.DUE, later));
              return true;
            });
    assertTrue(takers.stream().anyMatch(count -> count > 1), "no race took place");
  }

  private Set<Integer> takersPerRace(Callable<Boolean> take) throws Exception {
    ExecutorService racers = Executors.newFixedThreadPool(RACERS);
    try {
      Set<Integer> takers = new HashSet<>();
      for (int race = 0; race < RACES; race++) {
        events.keep(event("evt_" + race), NOW);
        CyclicBarrier start = new CyclicBarrier(RACERS);
        Callable<Boolean> racer =
            () -> {
              start.await();
              return take.call();
            };
        int taken = 0;
        for (Future<Boolean> one : racers.invokeAll(Collections.nCopies(RACERS, racer))) {
          taken += one.get() ? 1 : 0;
        }
        takers.add(taken);
      }
      return takers;
    } finally {
      racers.shutdownNow();
    }
  }

  private static StripeEvent event(String id) {
    return new StripeEvent(id, Type.PAYMENT_SUCCEEDED, "pi_1", "65000000000000000000000a");
  }
}
