package dev.ticketing.platform.aggregate;

import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.json.TrailJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the trail as one JSON text, so that it is written by the same guarded update. */
@Converter
public class TrailConverter implements AttributeConverter<List<AuditEntry>, String> {

  @Override
  public String convertToDatabaseColumn(List<AuditEntry> trail) {
    return trail == null || trail.isEmpty() ? null : TrailJson.write(trail);
  }

  @Override
  public List<AuditEntry> convertToEntityAttribute(String json) {
    return json == null ? null : TrailJson.read(json);
  }
}
