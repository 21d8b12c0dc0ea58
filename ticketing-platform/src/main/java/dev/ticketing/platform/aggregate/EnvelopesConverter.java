package dev.ticketing.platform.aggregate;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.json.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the outbox as one JSON text, so that it is written by the same guarded update. */
@Converter
public class EnvelopesConverter implements AttributeConverter<List<Envelope<?>>, String> {

  @Override
  public String convertToDatabaseColumn(List<Envelope<?>> envelopes) {
    return envelopes == null || envelopes.isEmpty() ? null : EventJson.writeAll(envelopes);
  }

  @Override
  public List<Envelope<?>> convertToEntityAttribute(String json) {
    return json == null ? null : EventJson.readAll(json);
  }
}
