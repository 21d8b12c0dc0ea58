package dev.ticketing.platform.aggregate;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.Date;

/** Stores an instant as the document store's own date type, to the millisecond. */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Date> {

  @Override
  public Date convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Date date) {
    return date == null ? null : date.toInstant();
  }
}
