package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.aggregate.Listing;
import dev.ticketing.platform.aggregate.OutboxFields;
import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.json.EventJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxSweepTest {

  private final List<AuditEntry> traces = new ArrayList<>();
  private static final String ID = SampleEvents.ID;
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10));

  private final MemoryStore store = new MemoryStore();
  private final Outboxes outboxes = new Outboxes(store.collection("listings"));
  private final FakeBroker broker = new FakeBroker();
  private final HandScheduler scheduler = new HandScheduler();
  private final Listing listing = new Listing(ID);
  private final String event;

  OutboxSweepTest() {
    listing.changeAndTell();
    outboxes.write(listing);
    event = EventJson.write(listing.outbox().get(0));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aWriteWhosePublisherDiedIsPublishedByTheSweep() {
    relayAt(LATER);
    sweep();
    assertEquals(List.of(event), broker.values());
    assertEquals(List.of(), outboxes.waitingOf(ID));
  }

  @Test
  void aCrashBetweenPublishingAndClearingRepeatsTheEvent() {
    relayAt(LATER).publish(listing);
    HandScheduler afterTheCrash = new HandScheduler();
    new OutboxRelay<Listing>(
        outboxes.documents(), broker, traces::addAll, afterTheCrash.asExecutor(), LATER);
    afterTheCrash.repeat();
    afterTheCrash.runAll();

    assertEquals(List.of(event, event), broker.values());
    assertEquals(List.of(), outboxes.waitingOf(ID));
  }

  @Test
  void anEventThatTheBrokerDidNotAcknowledgeIsKeptAndSentAgain() {
    broker.failNext();
    relayAt(LATER).publish(listing);
    scheduler.runAll();
    assertEquals(listing.outbox(), outboxes.waitingOf(ID));

    sweep();
    assertEquals(List.of(event, event), broker.values());
    assertEquals(List.of(), outboxes.waitingOf(ID));
  }

  @Test
  void aSenderThatThrowsFailsNobodysRequestAndTheEventIsSentAgain() {
    broker.throwNext();
    OutboxRelay<Listing> relay = relayAt(LATER);
    assertDoesNotThrow(() -> relay.publish(listing));

    sweep();
    assertEquals(List.of(event, event), broker.values());
    assertEquals(List.of(), outboxes.waitingOf(ID));
  }

  @Test
  void aServerThatStopsFailsNobodysRequestAndTheNextOnePublishes() {
    OutboxRelay<Listing> relay = relayAt(LATER);
    scheduler.refuseFromNowOn(new RejectedExecutionException("shut down"));
    assertDoesNotThrow(() -> relay.publish(listing));
    assertDoesNotThrow(relay::close);
    assertEquals(List.of(), broker.values());

    HandScheduler afterTheStart = new HandScheduler();
    new OutboxRelay<Listing>(
        outboxes.documents(), broker, traces::addAll, afterTheStart.asExecutor(), LATER);
    afterTheStart.repeat();
    assertEquals(List.of(event), broker.values());
  }

  @Test
  void aTraceThatADeadServerHasLeftIsFoundAndCopied() {
    Listing noted = new Listing("0123456789abcdef01234567");
    noted.noteOnly();
    outboxes.write(noted);
    relayAt(LATER);
    sweep();
    assertTrue(traces.containsAll(noted.trail()));
    assertEquals(2, traces.size());
    assertFalse(outboxes.of(noted.id()).containsKey(OutboxFields.TRAIL));
  }

  @Test
  void anEventThatIsUnderwayIsNotSentAgain() {
    broker.holdNext();
    relayAt(LATER).publish(listing);
    sweep();
    assertEquals(List.of(event), broker.values());
  }

  @Test
  void whatWasWrittenJustNowIsLeftToItsPublisher() {
    relayAt(Clock.systemUTC());
    sweep();
    assertEquals(List.of(), broker.values());
  }

  @Test
  void anOutboxThatCannotBeReadHoldsUpNoOther() {
    outboxes
        .documents()
        .insertOne(
            new Document("_id", "000000000000000000000001")
                .append(OutboxFields.EVENTS, "[{\"type\":\"Unheard\"}]")
                .append(OutboxFields.MARK, "000000000000000000000001"));
    Listing another = new Listing("0123456789abcdef01234567");
    another.changeAndTell();
    outboxes.write(another);
    relayAt(LATER);
    sweep();

    assertEquals(List.of(), outboxes.waitingOf(ID));
    assertEquals(List.of(), outboxes.waitingOf(another.id()));
  }

  @Test
  void anEventThatCouldNotBeClearedIsSentAgainAndClearedThen() {
    OutboxRelay<Listing> relay =
        new OutboxRelay<>(
            failingFirst("bulkWrite"), broker, traces::addAll, scheduler.asExecutor(), LATER);
    relay.publish(listing);
    scheduler.runAll();
    assertEquals(listing.outbox(), outboxes.waitingOf(ID));

    sweep();
    assertEquals(List.of(event, event), broker.values());
    assertEquals(List.of(), outboxes.waitingOf(ID));
  }

  @Test
  void anOutageOfTheStoreDoesNotEndTheSweep() {
    new OutboxRelay<Listing>(
        failingFirst("find"), broker, traces::addAll, scheduler.asExecutor(), LATER);
    assertDoesNotThrow(scheduler::repeat);
    sweep();
    assertEquals(List.of(event), broker.values());
  }

  private OutboxRelay<Listing> relayAt(Clock clock) {
    return new OutboxRelay<>(
        outboxes.documents(), broker, traces::addAll, scheduler.asExecutor(), clock);
  }

  private void sweep() {
    scheduler.repeat();
    scheduler.runAll();
  }

  @SuppressWarnings("unchecked")
  private MongoCollection<Document> failingFirst(String operation) {
    AtomicBoolean failed = new AtomicBoolean();
    return (MongoCollection<Document>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(operation) && !failed.getAndSet(true)) {
                throw new MongoException("away");
              }
              try {
                return method.invoke(outboxes.documents(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
