package dev.ticketing.platform.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.aggregate.Listing;
import dev.ticketing.platform.audit.AuditEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxThreadTest {

  private final List<AuditEntry> traces = new ArrayList<>();
  private final MemoryStore store = new MemoryStore();
  private final Outboxes outboxes = new Outboxes(store.collection("listings"));
  private final FakeBroker broker = new FakeBroker();
  private final CountDownLatch brokerIsBack = new CountDownLatch(1);
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

  @AfterEach
  void stop() {
    brokerIsBack.countDown();
    scheduler.shutdownNow();
    store.close();
  }

  @Test
  void whoeverChangesAnAggregateDoesNotWaitForABrokerThatTakesNothing() {
    OutboxRelay<Listing> relay =
        new OutboxRelay<>(
            outboxes.documents(), this::sendOnceBack, traces::addAll, scheduler, Clock.systemUTC());
    Listing listing = new Listing(SampleEvents.ID);
    listing.changeAndTell();
    outboxes.write(listing);

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> relay.publish(listing));
    assertEquals(List.of(), broker.sent());

    brokerIsBack.countDown();
    await().until(() -> outboxes.waitingOf(SampleEvents.ID).isEmpty());
    assertEquals(1, broker.sent().size());
  }

  private CompletionStage<Void> sendOnceBack(
      String topic, String key, String value, Map<String, String> headers) {
    try {
      brokerIsBack.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return broker.send(topic, key, value, headers);
  }
}
