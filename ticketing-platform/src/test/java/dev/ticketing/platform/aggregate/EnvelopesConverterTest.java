package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.SampleEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopesConverterTest {

  private final EnvelopesConverter converter = new EnvelopesConverter();

  @Test
  void eventsComeBackEqualSoThatALoadAloneIsNoChange() {
    List<Envelope<?>> events =
        List.of(
            SampleEvents.of(EventType.TicketCreated), SampleEvents.of(EventType.OrderCancelled));
    String column = converter.convertToDatabaseColumn(events);

    assertEquals(events, converter.convertToEntityAttribute(column));
    assertEquals(
        column, converter.convertToDatabaseColumn(converter.convertToEntityAttribute(column)));
  }

  @Test
  void nothingToTellIsNoColumnAtAll() {
    assertNull(converter.convertToDatabaseColumn(null));
    assertNull(converter.convertToDatabaseColumn(List.of()));
    assertNull(converter.convertToEntityAttribute(null));
  }
}
