package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ticketing.contracts.error.ErrorBody;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  private final InMemoryApi api = new InMemoryApi(new EchoResource());

  @ParameterizedTest
  @CsvSource({
    "unauthenticated, 401",
    "declined, 402",
    "forbidden, 403",
    "notFound, 404",
    "conflict, 409",
    "overloaded, 503"
  })
  void aRefusalHasTheStatusOfItsReason(String reason, int status) throws Exception {
    MockHttpResponse response = get("/refused/" + reason);
    assertEquals(status, response.getStatus());
    assertEquals(ErrorBody.of("why"), InMemoryApi.errors(response));
    assertEquals(
        MediaType.APPLICATION_JSON_TYPE, response.getOutputHeaders().getFirst("Content-Type"));
  }

  @Test
  void anInvalidFieldIsNamed() throws Exception {
    MockHttpResponse response = get("/refused/invalid");
    assertEquals(400, response.getStatus());
    assertEquals(
        new ErrorBody(List.of(new ErrorBody.Item("why", "field"))), InMemoryApi.errors(response));
  }

  @Test
  void onlyWhoIsToldToComeBackIsToldWhen() throws Exception {
    assertEquals(1L, get("/refused/overloaded").getOutputHeaders().getFirst("Retry-After"));
    assertNull(get("/refused/conflict").getOutputHeaders().getFirst("Retry-After"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1", "1001, 2", "899999, 900"})
  void whoWasTooBusyIsToldTheWholeSecondsToWait(long millis, long seconds) throws Exception {
    MockHttpResponse response = get("/refused/tooMany/" + millis);
    assertEquals(429, response.getStatus());
    assertEquals(ErrorBody.of("why"), InMemoryApi.errors(response));
    assertEquals(seconds, response.getOutputHeaders().getFirst("Retry-After"));
  }

  @Test
  void whileTheStoreIsAwayEverybodyIsAskedToComeAgain() throws Exception {
    MockHttpResponse response = get("/cut-off");
    assertEquals(503, response.getStatus());
    assertEquals(
        ErrorBody.of("The server cannot reach its data at the moment"),
        InMemoryApi.errors(response));
    assertEquals(1L, response.getOutputHeaders().getFirst("Retry-After"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/broken", "/unreadable", "/unwritable"})
  void whatWeDidWrongIsToldWithoutATraceOfOurInside(String path) throws Exception {
    MockHttpResponse response = get(path);
    assertEquals(500, response.getStatus());
    assertEquals("{\"errors\":[{\"message\":\"Internal error\"}]}", response.getContentAsString());
  }

  @ParameterizedTest
  @CsvSource({"400, Bad Request", "404, Not found", "415, Unsupported Media Type"})
  void whatTheContainerRefusesKeepsItsStatusButNotItsWords(int status, String message)
      throws Exception {
    MockHttpResponse response = get("/status/" + status);
    assertEquals(status, response.getStatus());
    assertEquals(ErrorBody.of(message), InMemoryApi.errors(response));
    assertFalse(response.getContentAsString().contains("Inside"));
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    MockHttpResponse response = get("/no/such/path");
    assertEquals(404, response.getStatus());
    assertEquals(ErrorBody.of("Not found"), InMemoryApi.errors(response));
  }

  @Test
  void aMethodThatAPathDoesNotHaveIsRefusedWithThoseItHas() throws Exception {
    MockHttpResponse response = api.send(MockHttpRequest.delete("/broken"));
    assertEquals(405, response.getStatus());
    assertEquals(ErrorBody.of("Method Not Allowed"), InMemoryApi.errors(response));
  }

  @Test
  void aBodyOfAnotherMediaTypeIsRefused() throws Exception {
    MockHttpResponse response =
        api.send(MockHttpRequest.post("/").contentType("text/plain").content("x".getBytes()));
    assertEquals(415, response.getStatus());
    assertEquals(ErrorBody.of("Unsupported Media Type"), InMemoryApi.errors(response));
  }

  private MockHttpResponse get(String path) throws Exception {
    return api.send(MockHttpRequest.get(path));
  }
}
