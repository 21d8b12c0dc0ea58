package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventReceiverTest {

  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final Envelope<?> EVENT = SampleEvents.of(EventType.OrderCreated);
  private static final ServerAddress SERVER = new ServerAddress();

  private final FakeBroker broker = new FakeBroker();
  private final EventReceiver receiver = new EventReceiver(SCHEMAS, broker);
  private final TestMessage message = new TestMessage(EventJson.write(EVENT));
  private final List<Envelope<?>> handled = new ArrayList<>();

  static Stream<RuntimeException> outages() {
    return Stream.of(
        new MongoTimeoutException("no server"),
        new PersistenceException(new MongoSocketReadException("gone", SERVER)),
        new MongoNotPrimaryException(new BsonDocument(), SERVER));
  }

  @Test
  void anEventIsAppliedOnceAndAcknowledged() {
    receiver.receive(message, handled::add);
    assertEquals(List.of(EVENT), handled);
    assertTrue(message.isAcknowledged());
    assertEquals(List.of(), broker.sent());
  }

  @Test
  void aPassingFailureIsTriedAgainUntilTheEventIsApplied() {
    receiver.receive(message, failing(4, new IllegalStateException("not yet")));
    assertEquals(5, handled.size());
    assertTrue(message.isAcknowledged());
    assertEquals(List.of(), broker.sent());
  }

  @Test
  void aFailureThatStaysSendsTheEventToTheDeadLettersAndIsAcknowledged() {
    receiver.receive(message, failing(Integer.MAX_VALUE, new IllegalStateException("never")));
    assertEquals(5, handled.size());
    assertTrue(message.isAcknowledged());
    assertEquals("failed", onlyDeadLetter().headers().get("dead-letter-kind"));
    assertEquals("never", onlyDeadLetter().headers().get("dead-letter-reason"));
    assertEquals(message.getPayload(), onlyDeadLetter().value());
  }

  @Test
  void whatTheStoreItselfRefusesIsNotAnOutage() {
    RuntimeException refused =
        new MongoWriteException(new WriteError(121, "no", new BsonDocument()), SERVER);
    receiver.receive(message, failing(Integer.MAX_VALUE, refused));
    assertEquals("failed", onlyDeadLetter().headers().get("dead-letter-kind"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whileTheStoreIsAwayTheEventWaitsBeyondTheUsualAttempts(RuntimeException outage) {
    receiver.receive(message, failing(6, outage));
    assertEquals(7, handled.size());
    assertTrue(message.isAcknowledged());
    assertEquals(List.of(), broker.sent());
  }

  private EventReceiver.Handler failing(int times, RuntimeException failure) {
    return event -> {
      handled.add(event);
      if (handled.size() <= times) {
        throw failure;
      }
    };
  }

  private FakeBroker.Sent onlyDeadLetter() {
    assertEquals(1, broker.sent().size());
    return broker.sent().get(0);
  }
}
