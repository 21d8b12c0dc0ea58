package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.platform.json.Json;
import jakarta.ws.rs.container.PreMatching;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathAliasesTest {

  /** One alias with a group and one without. */
  @PreMatching
  public static class Aliases extends PathAliases {
    public Aliases() {
      super(Alias.of("PUT", "update/([^/]+)", "$1"), Alias.of("POST", "create", ""));
    }
  }

  private final InMemoryApi api = new InMemoryApi(new EchoResource(), Aliases.class);

  @ParameterizedTest
  @CsvSource({
    "/update/5, 5",
    "/update/5/, 5",
    "/update/a%20b, a b",
    "/update/%7Bid%7D, {id}",
    "/update/100%25, 100%",
    "/update/%2541, %41",
    "/update/$1, $1",
    "/update/%C3%BC, ü",
    "/5, 5"
  })
  void anAliasStandsForItsPathWithTheGroupUnchanged(String path, String id) throws Exception {
    MockHttpResponse response = api.send(MockHttpRequest.put(path));
    assertEquals(200, response.getStatus());
    assertEquals(id, valueOf(response, "id"));
  }

  @Test
  void theQueryOfAnAliasIsKept() throws Exception {
    MockHttpResponse response = api.send(MockHttpRequest.put("/update/5?q=a%20%26%25%7Bb%7D"));
    assertEquals("a &%{b}", valueOf(response, "q"));
  }

  @Test
  void anAliasMayStandForTheCollection() throws Exception {
    MockHttpRequest request =
        MockHttpRequest.post("/create").contentType("application/json").content("{}".getBytes());
    assertEquals(200, api.send(request).getStatus());
  }

  @Test
  void anAliasIsOneOfItsMethodOnly() throws Exception {
    MockHttpRequest request =
        MockHttpRequest.post("/update/5").contentType("application/json").content("{}".getBytes());
    assertEquals(404, api.send(request).getStatus());
  }

  private static String valueOf(MockHttpResponse response, String name) throws Exception {
    return Json.mapper().readTree(response.getContentAsString()).path(name).asText();
  }
}
