package dev.ticketing.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;

/** The schemas as published, and the events as they are written. */
final class Schemas {

  private static final String PUBLISHED_AT = "https://ticketing.dev/schemas/";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers ->
                      mappers.mapPrefix(
                          PUBLISHED_AT, "classpath:dev/ticketing/contracts/schemas/")));

  private Schemas() {}

  static ObjectNode json(EventType type) {
    return MAPPER.valueToTree(SampleEvents.of(type));
  }

  static boolean admits(EventType type, JsonNode message) {
    JsonSchema schema =
        FACTORY.getSchema(
            SchemaLocation.of(PUBLISHED_AT + type.name() + ".json"),
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    return schema.validate(message).isEmpty();
  }

  static JsonNode source(String resource) {
    try (InputStream source = EventType.class.getResourceAsStream(resource)) {
      return MAPPER.readTree(source);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
