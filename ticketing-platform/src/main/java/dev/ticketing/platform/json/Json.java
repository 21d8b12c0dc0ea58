package dev.ticketing.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ticketing.contracts.error.ErrorBody;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How this product reads and writes JSON: unknown properties are ignored, a value of the wrong type
 * is an error rather than converted, times are ISO 8601, decimals are never in scientific notation.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule().addDeserializer(Instant.class, new TimeReader()))
          .addModule(new SimpleModule("text").addDeserializer(String.class, new TextReader()))
          .addMixIn(ErrorBody.Item.class, WithoutNulls.class)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, Json::onlyText)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  /** The one mapper; it is immutable by convention and safe for use by many threads. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  private static void onlyText(MutableCoercionConfig config) {
    Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
        .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private abstract static class WithoutNulls {}
}
