package dev.ticketing.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.SampleEvents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

  @ParameterizedTest
  @EnumSource
  void anEventIsReadAsItWasWritten(EventType type) {
    Envelope<?> envelope = SampleEvents.of(type);
    assertEquals(envelope, EventJson.read(EventJson.parse(EventJson.write(envelope))));
  }

  @Test
  void severalEventsKeepTheirOrder() {
    List<Envelope<?>> envelopes =
        Stream.of(EventType.OrderCreated, EventType.TicketDeleted, EventType.OrderCancelled)
            .<Envelope<?>>map(SampleEvents::of)
            .toList();
    assertEquals(envelopes, EventJson.readAll(EventJson.writeAll(envelopes)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "null", "{}", "[{}]", "[null]", "[{\"type\":\"Unheard\"}]", "[", "5"})
  void whatIsNoListOfEventsIsMalformed(String json) {
    assertThrows(MalformedEvent.class, () -> EventJson.readAll(json));
  }

  @Test
  void dataOfTheWrongTypeIsMalformed() {
    String json = "{\"type\":\"UserCreated\",\"aggregateVersion\":\"three\"}";
    assertThrows(MalformedEvent.class, () -> EventJson.read(EventJson.parse(json)));
  }
}
