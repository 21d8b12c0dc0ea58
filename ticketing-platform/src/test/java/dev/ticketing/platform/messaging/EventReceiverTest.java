package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
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
  private final HandScheduler scheduler = new HandScheduler();
  private final EventReceiver receiver =
      new EventReceiver(
          SCHEMAS,
          new DeadLetters("a.group", broker, scheduler.asExecutor()),
          scheduler.asExecutor());
  private final TestMessage message = new TestMessage(EventJson.write(EVENT));
  private final List<Envelope<?>> handled = new ArrayList<>();

  static Stream<Throwable> outages() {
    return Stream.of(
        new MongoTimeoutException("no server"),
        new PersistenceException(new MongoSocketReadException("gone", SERVER)),
        new MongoNotPrimaryException(new BsonDocument(), SERVER),
        new OutOfMemoryError("Java heap space"));
  }

  static Stream<Throwable> failuresThatStay() {
    return Stream.of(
        new IllegalStateException("never"),
        new MongoWriteException(new WriteError(121, "never", new BsonDocument()), SERVER),
        new NoClassDefFoundError("never"),
        new StackOverflowError("never"),
        new AssertionError("never"));
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
    scheduler.runAll();
    assertEquals(5, handled.size());
    assertTrue(message.isAcknowledged());
    assertEquals(List.of(), broker.sent());
  }

  @ParameterizedTest
  @MethodSource("failuresThatStay")
  void whateverKeepsFailingAfterFiveAttemptsIsADeadLetterAndTheChannelGoesOn(Throwable failure) {
    CompletionStage<Void> received = receiver.receive(message, failing(Integer.MAX_VALUE, failure));
    scheduler.runAll();

    assertEquals(5, handled.size());
    assertTrue(message.isAcknowledged());
    assertTrue(isCompletedWell(received));
    assertEquals("failed", onlyDeadLetter().headers().get("dead-letter-kind"));
    assertTrue(onlyDeadLetter().headers().get("dead-letter-reason").contains("never"));
    assertEquals(message.getPayload(), onlyDeadLetter().value());
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whileTheStoreIsAwayTheEventWaitsBeyondTheUsualAttempts(Throwable outage) {
    receiver.receive(message, failing(6, outage));
    scheduler.runAll();
    assertEquals(7, handled.size());
    assertTrue(message.isAcknowledged());
    assertEquals(List.of(), broker.sent());
  }

  @Test
  void whatWaitsHoldsNoThreadAndIsNotAcknowledged() {
    CompletionStage<Void> received =
        receiver.receive(message, failing(1, new MongoTimeoutException("no server")));
    assertEquals(1, handled.size());
    assertFalse(received.toCompletableFuture().isDone());
    assertTrue(message.isUnanswered());
  }

  @Test
  void aMessageIsInHandUntilItIsDoneWithAndBusyOnlyWhileItIsApplied() {
    List<Boolean> busy = new ArrayList<>();
    receiver.receive(
        message,
        event -> {
          busy.add(!receiver.inHand().attempt().isZero());
          if (busy.size() == 1) {
            throw new MongoTimeoutException("no server");
          }
        });
    assertTrue(receiver.inHand().isHeld());
    assertTrue(receiver.inHand().attempt().isZero());

    scheduler.runAll();
    assertEquals(List.of(true, true), busy);
    assertFalse(receiver.inHand().isHeld());
  }

  @Test
  void aServerThatStopsLeavesWhatWaitsUnacknowledged() {
    scheduler.refuseFromNowOn(new RejectedExecutionException("stopped"));
    CompletionStage<Void> received =
        receiver.receive(message, failing(1, new MongoTimeoutException("no server")));
    assertFalse(received.toCompletableFuture().isDone());
    assertTrue(message.isUnanswered());
  }

  @Test
  void anAcknowledgementThatFailsDoesNotEndTheChannel() {
    TestMessage unacknowledgeable = TestMessage.thatCannotBeAcknowledged(message.getPayload());
    assertTrue(isCompletedWell(receiver.receive(unacknowledgeable, handled::add)));
  }

  private static boolean isCompletedWell(CompletionStage<Void> stage) {
    return stage.toCompletableFuture().isDone()
        && !stage.toCompletableFuture().isCompletedExceptionally();
  }

  private EventReceiver.Handler failing(int times, Throwable failure) {
    return event -> {
      handled.add(event);
      if (handled.size() <= times) {
        EventReceiverTest.<RuntimeException>rethrow(failure);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void rethrow(Throwable failure) throws E {
    throw (E) failure;
  }

  private FakeBroker.Sent onlyDeadLetter() {
    assertEquals(1, broker.sent().size());
    return broker.sent().get(0);
  }
}
