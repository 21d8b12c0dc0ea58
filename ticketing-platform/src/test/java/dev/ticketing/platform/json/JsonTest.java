package dev.ticketing.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketing.contracts.error.ErrorBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  record Sample(String text, BigDecimal price, Instant time, long count, Boolean flag) {}

  @Test
  void everyKindOfValueIsReadAsItIsWritten() throws Exception {
    Sample sample =
        new Sample(
            "\"ü€😀", new BigDecimal("19.99"), Instant.parse("2027-05-01T19:30:00.125Z"), 7, true);
    String json = Json.mapper().writeValueAsString(sample);

    assertEquals(sample, read(json));
  }

  @Test
  void halfACharacterIsNotRead() throws Exception {
    assertThrows(JsonProcessingException.class, () -> read("{\"text\": \"\\ud83d\"}"));
    assertEquals("\ud83d\ude00", read("{\"text\": \"\\ud83d\\ude00\"}").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": 5}",
        "{\"text\": true}",
        "{\"text\": 1.5}",
        "{\"text\": {}}",
        "{\"text\": [\"a\"]}",
        "{\"price\": \"19.99\"}",
        "{\"price\": true}",
        "{\"price\": \"\"}",
        "{\"price\": [1]}",
        "{\"count\": \"7\"}",
        "{\"count\": 7.5}",
        "{\"count\": 7.0}",
        "{\"count\": true}",
        "{\"flag\": \"true\"}",
        "{\"flag\": 1}",
        "{\"flag\": \"\"}",
        "{\"time\": 1800000000}",
        "{\"time\": 1800000000.5}",
        "{\"time\": \"1800000000\"}",
        "{\"time\": \"\"}",
        "{\"time\": \"tomorrow\"}",
        "{\"time\": true}",
        "{\"time\": \"+10000-01-01T00:00:00Z\"}",
        "{\"time\": \"-0001-01-01T00:00:00Z\"}",
        "[]",
        "\"\"",
        "\"text\"",
        "5"
      })
  void aValueOfTheWrongTypeIsAnErrorRatherThanConverted(String json) {
    assertThrows(JsonProcessingException.class, () -> read(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{} x", "{}]", "{}5"})
  void whatFollowsTheValueIsAnError(String json) {
    assertThrows(JsonProcessingException.class, () -> read(json));
  }

  @Test
  void unknownPropertiesAreIgnored() throws Exception {
    assertEquals("a", read("{\"later\": {\"x\": [1]}, \"text\": \"a\"}").text());
  }

  @Test
  void whatIsMissingOrNullIsNull() throws Exception {
    assertNull(read("{}").price());
    assertNull(read("{\"price\": null}").price());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-05-01T19:30:00Z", "2027-05-01T21:30:00+02:00"})
  void aTimeMayHaveAnyOffset(String time) throws Exception {
    assertEquals(
        Instant.parse("2027-05-01T19:30:00Z"), read("{\"time\": \"" + time + "\"}").time());
  }

  @Test
  void aTimeIsWrittenInIso8601() throws Exception {
    assertEquals(
        "{\"at\":\"2027-05-01T19:30:00Z\"}",
        Json.mapper().writeValueAsString(Map.of("at", Instant.parse("2027-05-01T19:30:00Z"))));
  }

  @Test
  void aDecimalIsNeverWrittenInScientificNotation() throws Exception {
    assertEquals("[1000]", Json.mapper().writeValueAsString(List.of(new BigDecimal("1E+3"))));
    assertEquals("[5.00]", Json.mapper().writeValueAsString(List.of(new BigDecimal("5.00"))));
  }

  @Test
  void aDecimalIsReadExactly() throws Exception {
    assertEquals(
        new BigDecimal("1.0050000000000000000001"),
        read("{\"price\": 1.0050000000000000000001}").price());
  }

  @Test
  void theErrorBodyHasAFieldOnlyWhereThereIsOne() throws Exception {
    ErrorBody body =
        new ErrorBody(
            List.of(new ErrorBody.Item("bad", null), new ErrorBody.Item("worse", "price")));
    assertEquals(
        "{\"errors\":[{\"message\":\"bad\"},{\"message\":\"worse\",\"field\":\"price\"}]}",
        Json.mapper().writeValueAsString(body));
  }

  private static Sample read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, Sample.class);
  }
}
