package dev.ticketing.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Admits a message only if it keeps the JSON schema of the type it claims to be. */
public final class EventSchemas {

  private static final String PUBLISHED_AT = "https://ticketing.dev/schemas/";
  private static final String KEPT_AT = "classpath:dev/ticketing/contracts/schemas/";

  private final Map<EventType, JsonSchema> schemas = new EnumMap<>(EventType.class);

  public EventSchemas() {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(s -> s.mapPrefix(PUBLISHED_AT, KEPT_AT)));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    for (EventType type : EventType.values()) {
      JsonSchema schema =
          factory.getSchema(SchemaLocation.of(PUBLISHED_AT + type.name() + ".json"), config);
      schema.initializeValidators();
      schemas.put(type, schema);
    }
  }

  /**
   * @throws MalformedEvent when the message is not JSON, of no known type, or breaks its schema
   */
  public Envelope<?> read(String json) {
    JsonNode tree = EventJson.parse(json);
    EventType type = typeOf(tree);
    Set<ValidationMessage> faults = schemas.get(type).validate(tree);
    if (!faults.isEmpty()) {
      throw new MalformedEvent(
          faults.stream().map(ValidationMessage::getMessage).collect(Collectors.joining("; ")),
          null);
    }
    return EventJson.read(tree);
  }

  private static EventType typeOf(JsonNode tree) {
    String type = tree.path("type").asText();
    try {
      return EventType.valueOf(type);
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("No such type of event: '" + type + "'", e);
    }
  }
}
