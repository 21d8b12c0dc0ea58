package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.mongodb.MongoTimeoutException;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final EventReceiver.Handler NOT_REACHED = event -> fail();

  private final FakeBroker broker = new FakeBroker();
  private final EventReceiver receiver = new EventReceiver(SCHEMAS, broker);
  private final TestMessage malformed = new TestMessage("{\"type\":\"OrderBaked\"}");

  @Test
  void aMalformedMessageGoesToTheDeadLettersOfItsTopicWithTheReason() {
    receiver.receive(malformed, NOT_REACHED);
    FakeBroker.Sent letter = broker.sent().get(0);

    assertTrue(malformed.isAcknowledged());
    assertEquals("orders.dead", letter.topic());
    assertEquals("the key", letter.key());
    assertEquals(malformed.getPayload(), letter.value());
    assertEquals(
        Map.of(
            "dead-letter-kind", "malformed",
            "dead-letter-reason", "No such type of event: 'OrderBaked'",
            "dead-letter-origin", "orders-2",
            "dead-letter-offset", "41"),
        letter.headers());
  }

  @Test
  void aMessageWithoutAValueIsMalformed() {
    TestMessage empty = new TestMessage(null);
    receiver.receive(empty, NOT_REACHED);
    assertTrue(empty.isAcknowledged());
    assertEquals("malformed", broker.sent().get(0).headers().get("dead-letter-kind"));
  }

  @Test
  void aDeadLetterIsSentUntilTheBrokerTakesIt() {
    broker.failNext();
    receiver.receive(malformed, NOT_REACHED);
    assertTrue(malformed.isAcknowledged());
    assertEquals(List.of(malformed.getPayload(), malformed.getPayload()), broker.values());
  }

  @Test
  void aMessageThatWaitsForTheStoreIsReturnedWhenTheServerStops() throws Exception {
    TestMessage message = new TestMessage(EventJson.write(SampleEvents.of(EventType.OrderCreated)));
    CountDownLatch tried = new CountDownLatch(1);
    stopDuring(
        message,
        event -> {
          tried.countDown();
          throw new MongoTimeoutException("no server");
        },
        () -> tried.getCount() == 0);
    assertTrue(message.isReturned());
  }

  @Test
  void aMessageWhoseDeadLetterIsNotAcceptedIsReturnedWhenTheServerStops() throws Exception {
    broker.failNext();
    stopDuring(malformed, NOT_REACHED, () -> broker.sent().size() == 1);
    assertTrue(malformed.isReturned());
  }

  @Test
  void aMessageWhoseDeadLetterIsUnansweredIsReturnedWhenTheServerStops() throws Exception {
    broker.holdNext();
    stopDuring(malformed, NOT_REACHED, () -> broker.sent().size() == 1);
    assertTrue(malformed.isReturned());
  }

  /** Lets a consumer begin on the message, and interrupts it once it has. */
  private void stopDuring(
      TestMessage message, EventReceiver.Handler handler, Callable<Boolean> begun)
      throws InterruptedException {
    Thread consumer = new Thread(() -> receiver.receive(message, handler));
    consumer.setDaemon(true);
    consumer.start();
    Awaitility.await().until(begun);
    consumer.interrupt();
    consumer.join(TimeUnit.SECONDS.toMillis(10));
  }
}
