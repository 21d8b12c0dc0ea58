package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLettersTest {

  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final String EVENT = EventJson.write(SampleEvents.of(EventType.OrderCreated));

  private final FakeBroker broker = new FakeBroker();
  private final HandScheduler scheduler = new HandScheduler();
  private final EventReceiver receiver =
      new EventReceiver(
          SCHEMAS,
          new DeadLetters("a.group", broker, scheduler.asExecutor()),
          scheduler.asExecutor());
  private final TestMessage malformed = new TestMessage("{\"type\":\"OrderBaked\"}");

  static Stream<TestMessage> malformedMessages() {
    return Stream.of(
        new TestMessage(null),
        new TestMessage(""),
        new TestMessage("null"),
        new TestMessage("\uFFFD\uFFFD\u0000"),
        new TestMessage("[".repeat(10_000)),
        new TestMessage(EVENT.replaceFirst("\\{", "{\"x\":" + "[".repeat(10_000))),
        new TestMessage("\"" + "x".repeat(900_000) + "\""),
        new TestMessage(EVENT.replaceFirst("usd", "u".repeat(900_000))),
        TestMessage.withKey(null, EVENT),
        TestMessage.withKey("000000000000000000000000", EVENT));
  }

  @Test
  void aMalformedMessageGoesToTheDeadLettersOfItsTopicWithTheReasonAndTheGroup() {
    receive(malformed);
    FakeBroker.Sent letter = broker.sent().get(0);

    assertTrue(malformed.isAcknowledged());
    assertEquals("orders.dead", letter.topic());
    assertEquals(SampleEvents.ID, letter.key());
    assertEquals(malformed.getPayload(), letter.value());
    assertEquals(
        Map.of(
            "dead-letter-group", "a.group",
            "dead-letter-kind", "malformed",
            "dead-letter-reason", "No such type of event: 'OrderBaked'",
            "dead-letter-origin", "orders-2",
            "dead-letter-offset", "41"),
        letter.headers());
  }

  @ParameterizedTest
  @MethodSource("malformedMessages")
  void whatCannotBeReadIsADeadLetterAtOnceWithAShortReason(TestMessage message) {
    receive(message);
    assertTrue(message.isAcknowledged());
    assertEquals(1, broker.sent().size());
    Map<String, String> headers = broker.sent().get(0).headers();
    assertEquals("malformed", headers.get("dead-letter-kind"));
    assertTrue(headers.get("dead-letter-reason").length() <= 500);
  }

  @Test
  void aDeadLetterIsSentUntilTheBrokerTakesIt() {
    broker.failNext();
    broker.throwNext();
    receive(malformed);
    assertTrue(malformed.isUnanswered());

    scheduler.runAll();
    assertTrue(malformed.isAcknowledged());
    assertEquals(3, broker.sent().size());
  }

  @Test
  void aMessageThatIsTooLargeToBeCopiedLeavesItsSizeAndItsPlace() {
    broker.holdNext().completeExceptionally(new RecordTooLargeException("too large"));
    receive(malformed);
    FakeBroker.Sent letter = broker.sent().get(1);

    assertTrue(malformed.isAcknowledged());
    assertNull(letter.value());
    assertEquals("21", letter.headers().get("dead-letter-size"));
    assertEquals("41", letter.headers().get("dead-letter-offset"));
  }

  @Test
  void aMessageWhoseDeadLetterIsNotTakenYetIsNotAcknowledged() {
    broker.holdNext();
    receive(malformed);
    assertEquals(List.of(malformed.getPayload()), broker.values());
    assertTrue(malformed.isUnanswered());
  }

  private void receive(TestMessage message) {
    receiver.receive(message, event -> fail("reached the domain"));
  }
}
