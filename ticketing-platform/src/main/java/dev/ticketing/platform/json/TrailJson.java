package dev.ticketing.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.ticketing.platform.audit.AuditEntry;
import java.util.List;

/** Turns the audit entries that wait in an aggregate into JSON and back. */
public final class TrailJson {

  private static final TypeReference<List<AuditEntry>> ENTRIES = new TypeReference<>() {};

  private TrailJson() {}

  public static String write(List<AuditEntry> entries) {
    try {
      return Json.mapper().writeValueAsString(entries);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Audit entries cannot be written", e);
    }
  }

  /**
   * @param json what {@link #write} made, or null for no entries
   */
  public static List<AuditEntry> read(String json) {
    try {
      return json == null ? List.of() : Json.mapper().readValue(json, ENTRIES);
    } catch (JsonProcessingException e) {
      throw new MalformedEvent("Not audit entries: " + e.getOriginalMessage(), e);
    }
  }
}
