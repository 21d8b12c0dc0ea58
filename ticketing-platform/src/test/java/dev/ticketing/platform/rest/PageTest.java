package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final String TICKETS = "http://localhost:9080/api/tickets";

  @Test
  void aPageHasTwentyItemsUnlessAnotherLimitIsGiven() {
    assertEquals(20, Page.limitOf(null));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 100"})
  void aLimitIsFromOneToAHundred(String limit, int value) {
    assertEquals(value, Page.limitOf(limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "", " ", "ten", "1.5", "99999999999"})
  void anyOtherLimitIsRefusedNamingTheParameter(String limit) {
    Refusal refusal = assertThrows(Refusal.class, () -> Page.limitOf(limit));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals("limit", refusal.body().errors().get(0).field());
  }

  @Test
  void theLastPageHasItsItemsAndNoLink() {
    Response response = new Page<>(List.of(1, 2), null).toResponse(at(TICKETS));
    assertEquals(200, response.getStatus());
    assertEquals(List.of(1, 2), response.getEntity());
    assertNull(response.getHeaderString("Link"));
  }

  @Test
  void everyOtherPageLinksToTheNext() {
    assertEquals(TICKETS + "?cursor=5-abc", next(TICKETS).getUri().toString());
    assertEquals("next", next(TICKETS).getRel());
  }

  @Test
  void theLinkIsWrittenAsTheHeaderThatClientsKnow() {
    Response response = new Page<>(List.of(1), "5-abc").toResponse(at(TICKETS));
    assertEquals("<" + TICKETS + "?cursor=5-abc>; rel=\"next\"", response.getHeaderString("Link"));
  }

  @Test
  void theCursorOfTheNextPageReplacesThisOnes() {
    assertEquals(
        URI.create(TICKETS + "?limit=5&cursor=5-abc"),
        next(TICKETS + "?cursor=1-x&limit=5").getUri());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rock%20%26%20roll", "100%25", "%7Bname%7D", "%C3%BC", "a+b", "%3Cb%3E"})
  void whatWasSearchedForStaysInTheLinkAsItWas(String q) {
    assertEquals(
        URI.create(TICKETS + "?q=" + q + "&cursor=5-abc"), next(TICKETS + "?q=" + q).getUri());
  }

  private static Link next(String uri) {
    return new Page<>(List.of(1), "5-abc").toResponse(at(uri)).getLink("next");
  }

  private static ResteasyUriInfo at(String uri) {
    return new ResteasyUriInfo(URI.create(uri));
  }
}
