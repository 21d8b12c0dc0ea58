package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.Listing;
import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

  private final List<AuditEntry> traces = new ArrayList<>();
  private static final String ID = SampleEvents.ID;

  private final MemoryStore store = new MemoryStore();
  private final Outboxes outboxes = new Outboxes(store.collection("listings"));
  private final FakeBroker broker = new FakeBroker();
  private final HandScheduler scheduler = new HandScheduler();
  private final OutboxRelay<Listing> relay =
      new OutboxRelay<>(
          outboxes.documents(), broker, traces::addAll, scheduler.asExecutor(), Clock.systemUTC());
  private final Listing listing = new Listing(ID);

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void anEventGoesToItsTopicWithTheIdOfItsAggregateAsKey() {
    write();
    relay.publish(listing);
    FakeBroker.Sent sent = broker.sent().get(0);

    assertEquals("tickets", sent.topic());
    assertEquals(ID, sent.key());
    assertEquals(Map.of("type", "TicketUpdated"), sent.headers());
    assertEquals(listing.outbox().get(0), new EventSchemas().read(sent.value()));
  }

  @Test
  void anAggregateWithNothingToTellSendsNothing() {
    relay.publish(listing);
    assertEquals(List.of(), broker.sent());
  }

  @Test
  void theEventsOfAnAggregateAreSentInTheOrderTheyWereTold() {
    write();
    write();
    write();
    relay.publish(listing);
    assertEquals(jsonOf(listing.outbox()), broker.values());
  }

  @Test
  void anEventIsClearedOnceTheBrokerHasAcknowledgedItAndNotBefore() {
    CompletableFuture<Void> acknowledgement = broker.holdNext();
    write();
    relay.publish(listing);
    scheduler.runAll();
    assertEquals(1, outboxes.waitingOf(ID).size());

    acknowledgement.complete(null);
    scheduler.runAll();
    assertEquals(new Document("_id", ID).append("title", "kept"), outboxes.of(ID));
  }

  @Test
  void eventsAreClearedOnlyWhenAllOfThemAreAcknowledged() {
    write();
    write();
    broker.holdNext().complete(null);
    CompletableFuture<Void> second = broker.holdNext();
    relay.publish(listing);
    scheduler.runAll();
    assertEquals(2, outboxes.waitingOf(ID).size());

    second.complete(null);
    scheduler.runAll();
    assertEquals(List.of(), outboxes.waitingOf(ID));
  }

  @Test
  void whatTheAggregateHasSaidMeanwhileIsNotCleared() {
    write();
    relay.publish(listing);
    write();
    scheduler.runAll();
    assertEquals(listing.outbox(), outboxes.waitingOf(ID));

    relay.publish(listing);
    scheduler.runAll();
    assertEquals(List.of(), outboxes.waitingOf(ID));
    assertTrue(broker.values().containsAll(jsonOf(listing.outbox())));
  }

  @Test
  void anEventThatIsUnderwayIsNotSentAgainWithTheNextOne() {
    write();
    broker.holdNext();
    relay.publish(listing);
    write();
    relay.publish(listing);
    assertEquals(jsonOf(listing.outbox()), broker.values());
  }

  @Test
  void whatAnAggregateLeavesForTheAuditIsCopiedOnceItIsPublished() {
    CompletableFuture<Void> acknowledgement = broker.holdNext();
    write();
    relay.publish(listing);
    scheduler.runAll();
    assertEquals(List.of(), traces);

    acknowledgement.complete(null);
    scheduler.runAll();
    assertEquals(listing.trail(), traces);
  }

  @Test
  void aTraceWithoutAnEventIsCopiedToo() {
    listing.noteOnly();
    outboxes.write(listing);
    relay.publish(listing);
    scheduler.runAll();
    assertEquals(listing.trail(), traces);
    assertEquals(List.of(), broker.values());
    assertEquals(new Document("_id", ID).append("title", "kept"), outboxes.of(ID));
  }

  @Test
  void whatTheAuditCouldNotTakeStaysWithItsAggregate() {
    OutboxRelay<Listing> failing =
        new OutboxRelay<>(
            outboxes.documents(),
            broker,
            entries -> {
              throw new IllegalStateException("away");
            },
            scheduler.asExecutor(),
            Clock.systemUTC());
    write();
    failing.publish(listing);
    scheduler.runAll();
    assertEquals(listing.outbox(), outboxes.waitingOf(ID));
    assertTrue(outboxes.of(ID).getString("trail").contains(listing.trail().get(0).id()));
  }

  @Test
  void manyAggregatesAreAllCleared() {
    List<String> ids = Stream.generate(Identifier::next).limit(450).toList();
    for (String id : ids) {
      Listing one = new Listing(id);
      one.changeAndTell();
      outboxes.write(one);
      relay.publish(one);
    }
    scheduler.runAll();
    ids.forEach(id -> assertEquals(List.of(), outboxes.waitingOf(id)));
  }

  @Test
  void closingClearsWhatWasAcknowledgedAndEndsTheSweep() {
    write();
    relay.publish(listing);
    relay.close();
    assertEquals(List.of(), outboxes.waitingOf(ID));
    assertTrue(scheduler.repeatsNoMore());
  }

  private void write() {
    listing.changeAndTell();
    outboxes.write(listing);
  }

  private static List<String> jsonOf(List<Envelope<?>> events) {
    return events.stream().map(EventJson::write).toList();
  }
}
