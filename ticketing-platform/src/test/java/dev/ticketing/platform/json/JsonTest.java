package dev.ticketing.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  record Note(String text) {}

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.5", "true", "{}", "[]", "[\"a\"]"})
  void whatIsNotTextIsNotTakenForText(String value) {
    assertThrows(
        MismatchedInputException.class,
        () -> Json.mapper().readValue("{\"text\":" + value + "}", Note.class));
  }

  @Test
  void textIsReadAndUnknownPropertiesAreIgnored() throws Exception {
    assertEquals(
        new Note("5"), Json.mapper().readValue("{\"text\":\"5\",\"other\":1}", Note.class));
  }
}
