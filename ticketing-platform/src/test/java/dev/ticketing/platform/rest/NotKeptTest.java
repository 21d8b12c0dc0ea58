package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotKeptTest {

  private final InMemoryApi api = new InMemoryApi(new EchoResource());

  @ParameterizedTest
  @ValueSource(strings = {"/now", "/refused/forbidden", "/broken", "/no/such/path"})
  void noAnswerIsKeptNorAnyRefusal(String path) throws Exception {
    assertEquals(List.of("no-store"), cacheControl(path));
  }

  @Test
  void aMethodMaySayOtherwise() throws Exception {
    assertEquals(List.of("max-age=60"), cacheControl("/kept"));
  }

  private List<Object> cacheControl(String path) throws Exception {
    MockHttpResponse response = api.send(MockHttpRequest.get(path));
    return response.getOutputHeaders().get("Cache-Control");
  }
}
