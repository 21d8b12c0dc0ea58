package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.platform.SampleEvents;
import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.audit.RequestOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateTest {

  private final Listing made = new Listing(SampleEvents.ID);

  @Test
  void anAggregateThatHasToldNothingHasNoEvents() {
    assertFalse(made.hasSomethingWaiting());
    assertEquals(List.of(), made.outbox());
    assertNull(made.outboxMark());
  }

  @Test
  void whatItTellsIsKeptInAnEnvelopeOfItsOwn() {
    made.changeAndTell();
    Envelope<?> told = made.outbox().get(0);

    assertTrue(made.hasSomethingWaiting());
    assertEquals(EventType.TicketUpdated, told.type());
    assertEquals(SampleEvents.ID, told.aggregateId());
    assertEquals(SampleEvents.TIME, told.time());
    assertEquals(SampleEvents.ticket(), ((TicketEvent) told.data()).ticket());
  }

  @Test
  void theMarkIsTheIdOfTheNewestEvent() {
    made.changeAndTell();
    Listing stored = Stored.as(made, 0);
    stored.changeAndTell();

    assertEquals(2, stored.outbox().size());
    assertEquals(stored.outbox().get(1).id(), stored.outboxMark());
    assertNotEquals(stored.outbox().get(0).id(), stored.outbox().get(1).id());
  }

  @Test
  void theFirstEventHasTheVersionThatTheFirstWriteStores() {
    made.changeAndTell();
    assertEquals(0, made.outbox().get(0).aggregateVersion());
  }

  @Test
  void everyLaterEventHasTheVersionThatItsWriteStores() {
    Listing stored = Stored.as(made, 6);
    stored.changeAndTell();
    assertEquals(7, stored.outbox().get(0).aggregateVersion());
  }

  @Test
  void whatWaitsStaysAndComesBeforeWhatIsToldLater() {
    made.changeAndTell();
    Envelope<?> first = made.outbox().get(0);
    Listing stored = Stored.as(made, 0);
    stored.changeAndTell();

    assertEquals(first, stored.outbox().get(0));
    assertEquals(1, stored.outbox().get(1).aggregateVersion());
  }

  @Test
  void theEventsCannotBeTakenOutFromOutside() {
    made.changeAndTell();
    List<Envelope<?>> events = made.outbox();
    assertThrows(UnsupportedOperationException.class, events::clear);
  }

  @Test
  void whatItTellsLeavesATraceOfWhoeverIsBehindIt() {
    RequestOrigin ann = new RequestOrigin("ann", "192.0.2.1", "curl/8");
    RequestOrigin.enter(() -> ann);
    made.changeAndTell();
    RequestOrigin.leave();
    Listing stored = Stored.as(made, 0);
    stored.changeAndTell();

    assertEquals(
        made.outbox().stream().map(Envelope::id).toList(),
        made.trail().stream().map(AuditEntry::id).toList());
    assertEquals("TicketUpdated", made.trail().get(0).what());
    assertEquals(SampleEvents.ID, made.trail().get(0).subject());
    assertEquals(ann, made.trail().get(0).origin());
    assertEquals(RequestOrigin.SYSTEM, stored.trail().get(0).origin().who());
  }

  @Test
  void anActThatIsNoEventLeavesATraceAndAMark() {
    made.noteOnly();
    assertEquals(List.of(), made.outbox());
    assertEquals(made.outboxMark(), made.trail().get(0).id());
    assertTrue(made.hasSomethingWaiting());
  }

  @Test
  void theTrailIsStoredAsOneTextAndReadAsItWas() {
    made.changeAndTell();
    made.noteOnly();
    TrailConverter converter = new TrailConverter();
    String stored = converter.convertToDatabaseColumn(made.trail());
    assertEquals(made.trail(), converter.convertToEntityAttribute(stored));
    assertNull(converter.convertToDatabaseColumn(List.of()));
    assertNull(converter.convertToEntityAttribute(null));
  }
}
