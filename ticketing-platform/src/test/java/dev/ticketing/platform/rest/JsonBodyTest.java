package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.error.ErrorBody;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  private final InMemoryApi api = new InMemoryApi(new EchoResource());

  @Test
  void aBodyIsReadAndWrittenAsJson() throws Exception {
    String body =
        "{\"text\":\"ü€\",\"price\":5.00,\"time\":\"2027-05-01T19:30:00Z\",\"more\":null}";
    MockHttpResponse response = post("/", body.getBytes(StandardCharsets.UTF_8));

    assertEquals(200, response.getStatus());
    assertEquals(body, new String(response.getOutput(), StandardCharsets.UTF_8));
    assertEquals(
        MediaType.APPLICATION_JSON,
        response.getOutputHeaders().getFirst("Content-Type").toString());
  }

  @Test
  void aListKeepsTheTypeOfItsElements() throws Exception {
    MockHttpResponse response = post("/list", "[{\"price\":5.00}]".getBytes());
    assertEquals(
        "[{\"text\":null,\"price\":5.00,\"time\":null,\"more\":null}]",
        response.getContentAsString());
  }

  @Test
  void unknownPropertiesAreIgnored() throws Exception {
    assertEquals(200, post("/", "{\"unknown\":[1,{}]}".getBytes()).getStatus());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null"})
  void aBodyIsRequired(String body) throws Exception {
    assertEquals(400, post("/", body.getBytes()).getStatus());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "{\"text\":}", "{} {}", "[]", "5", "\"text\"", "{\"text\":\"\u0001\"}"})
  void whatIsNoJsonObjectIsTheClientsFault(String body) throws Exception {
    assertMalformed(post("/", body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16BE", "UTF-32BE"})
  void bytesThatAreNoTextAreTheClientsFault(String charset) throws Exception {
    byte[] bytes = "{\"text\":\"ü\"}".getBytes(Charset.forName(charset));
    bytes[bytes.length - 3] = (byte) 0xD8;
    bytes[0] = charset.startsWith("UTF-32") ? (byte) 0x7F : bytes[0];
    assertMalformed(post("/", bytes));
  }

  @Test
  void aStrangeByteOrderIsTheClientsFault() throws Exception {
    assertMalformed(post("/", new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE, 1, 1, 1, 1}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":5}|text must be text|text",
        "{\"text\":{\"$gt\":\"\"}}|text must be text|text",
        "{\"text\":{\"$where\":\"sleep(1000)\"}}|text must be text|text",
        "{\"text\":[\"a\",{\"$ne\":null}]}|text must be text|text",
        "{\"text\":\"\\ud800\"}|text must be text|text",
        "{\"text\":\"\\udc00\\ud800\"}|text must be text|text",
        "{\"text\":\"a\\ud83d\"}|text must be text|text",
        "{\"price\":\"5\"}|price must be a number|price",
        "{\"more\":[{\"price\":true}]}|price must be a number|price",
        "{\"more\":5}|more must be of another type|more",
        "{\"time\":5}|time must be a time in ISO 8601, such as 2027-05-01T19:30:00Z|time"
      })
  void aValueOfTheWrongTypeIsRefusedNamingTheField(String body, String message, String field)
      throws Exception {
    MockHttpResponse response = post("/", body.getBytes());
    assertEquals(400, response.getStatus());
    assertEquals(
        new ErrorBody(List.of(new ErrorBody.Item(message, field))), InMemoryApi.errors(response));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E99999999999", "1E-99999999999", "1E2147483648"})
  void aNumberBeyondAllBoundsIsTheClientsFault(String number) throws Exception {
    assertEquals(400, post("/", ("{\"price\":" + number + "}").getBytes()).getStatus());
  }

  private static void assertMalformed(MockHttpResponse response) {
    assertEquals(400, response.getStatus());
    assertEquals(ErrorBody.of("The request body is not valid JSON"), InMemoryApi.errors(response));
  }

  private MockHttpResponse post(String path, byte[] body) throws Exception {
    return api.send(
        MockHttpRequest.post(path).contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
