package dev.ticketing.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

  @ParameterizedTest
  @EnumSource
  void everyTypeIsTheNameOfTheRecordItsDataIsReadInto(EventType type) {
    assertTrue(type.dataClass().isRecord());
    assertEquals(type.name(), type.dataClass().getSimpleName());
    assertEquals(type, EventType.of(SampleEvents.of(type).data()));
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasASchemaOnTheClassPath(EventType type) {
    assertNotNull(EventType.class.getResource(type.schemaResource()), type.schemaResource());
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeTravelsOnTheTopicOfItsKindOfAggregate(EventType type) {
    assertEquals(topicOf(SampleEvents.of(type).data()), type.topic());
  }

  @Test
  void everyEventThatCanBeToldHasAType() {
    Set<Class<?>> events = new HashSet<>();
    collectRecords(Event.class, events);
    Set<Class<?>> known = new HashSet<>();
    Stream.of(EventType.values()).forEach(type -> known.add(type.dataClass()));

    assertEquals(events, known);
  }

  private static void collectRecords(Class<?> event, Set<Class<?>> records) {
    if (event.isRecord()) {
      records.add(event);
      return;
    }
    Stream.of(event.getPermittedSubclasses()).forEach(kind -> collectRecords(kind, records));
  }

  private static Topic topicOf(Event event) {
    if (event instanceof UserEvent) {
      return Topic.USERS;
    }
    if (event instanceof SessionEnded) {
      return Topic.SESSIONS;
    }
    if (event instanceof TicketEvent) {
      return Topic.TICKETS;
    }
    if (event instanceof OrderEvent) {
      return Topic.ORDERS;
    }
    return event instanceof PaymentEvent ? Topic.PAYMENTS : Topic.RESERVATIONS;
  }
}
