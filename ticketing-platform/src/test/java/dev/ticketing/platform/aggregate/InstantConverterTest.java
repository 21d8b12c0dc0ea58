package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class InstantConverterTest {

  private final InstantConverter converter = new InstantConverter();

  @Test
  void aTimeIsStoredToTheMillisecond() {
    Date stored = converter.convertToDatabaseColumn(Instant.parse("2027-05-01T19:30:00.125999Z"));
    assertEquals(
        Instant.parse("2027-05-01T19:30:00.125Z"), converter.convertToEntityAttribute(stored));
  }

  @Test
  void noTimeIsStoredAsNone() {
    assertNull(converter.convertToDatabaseColumn(null));
    assertNull(converter.convertToEntityAttribute(null));
  }
}
