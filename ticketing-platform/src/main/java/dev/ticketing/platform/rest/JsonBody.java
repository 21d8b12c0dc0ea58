package dev.ticketing.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.json.Json;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes every JSON body of the API with the product's one mapper. */
@Provider
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  private static final ObjectReader READER = Json.mapper().reader();
  private static final ObjectWriter WRITER = Json.mapper().writer();

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isJson(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    InputStream buffered = new BufferedInputStream(body);
    buffered.mark(1);
    if (buffered.read() < 0) {
      throw Refusal.invalid(null, "A JSON body is required");
    }
    buffered.reset();
    Object value = parsed(buffered, genericType);
    if (value == null) {
      throw Refusal.invalid(null, "A JSON object is required");
    }
    return value;
  }

  /**
   * Reads a body that may be missing, which JAX-RS would not.
   *
   * @throws Refusal INVALID when it is no JSON, or not of this type
   */
  public static <T> T read(String body, Class<T> type) {
    try {
      T value = READER.forType(type).readValue(body);
      if (value == null) {
        throw Refusal.invalid(null, "A JSON object is required");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw UnreadableBody.because(e);
    }
  }

  private static Object parsed(InputStream body, Type type) throws IOException {
    try {
      return READER.forType(Json.mapper().constructType(type)).readValue(body);
    } catch (JsonProcessingException | CharConversionException e) {
      throw UnreadableBody.because(e);
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isJson(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(WRITER.writeValueAsBytes(value));
  }

  private static boolean isJson(Class<?> type) {
    return type != String.class
        && type != byte[].class
        && !InputStream.class.isAssignableFrom(type)
        && !jakarta.ws.rs.core.StreamingOutput.class.isAssignableFrom(type);
  }
}
