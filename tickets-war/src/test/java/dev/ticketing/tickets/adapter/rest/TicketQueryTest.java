package dev.ticketing.tickets.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.tickets.application.TicketCatalog.Cursor;
import dev.ticketing.tickets.application.TicketCatalog.Order;
import dev.ticketing.tickets.application.TicketCatalog.Query;
import dev.ticketing.tickets.domain.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketQueryTest {

  private static final String ID = "65f0a1b2c3d4e5f601234567";

  @Test
  void whoAsksForNothingSeesTheNewestTicketsThatCanBeBought() {
    assertEquals(
        new Query(null, TicketStatus.AVAILABLE, Order.NEWEST, 20, null),
        TicketQuery.of(null, null, null, null, null).toQuery());
  }

  @Test
  void everyParameterReachesTheCatalog() {
    assertEquals(
        new Query("rock", TicketStatus.SOLD, Order.DEAREST, 7, new Cursor(1999, ID)),
        TicketQuery.of(" rock ", "sold", "-price", "7", "1999-" + ID).toQuery());
  }

  @ParameterizedTest
  @CsvSource({"available, AVAILABLE", "reserved, RESERVED", "sold, SOLD", "all,"})
  void aStatusIsOneThatBuyersKnowOrAll(String status, TicketStatus expected) {
    assertEquals(expected, TicketQuery.of(null, status, null, null, null).status());
  }

  @ParameterizedTest
  @CsvSource({
    "createdAt, OLDEST",
    "-createdAt, NEWEST",
    "price, CHEAPEST",
    "-price, DEAREST",
    "date, SOONEST"
  })
  void aListIsSortedByAnyOfThese(String sort, Order order) {
    assertEquals(order, TicketQuery.of(null, null, sort, null, null).order());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void aBlankTextSearchesForNothing(String q) {
    assertNull(TicketQuery.of(q, null, null, null, null).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"withdrawn", "AVAILABLE", "", "lost"})
  void anyOtherStatusIsRefused(String status) {
    assertRefused("status", null, status, null, null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title", "-date", "PRICE", "$natural", "price,_id", "{\"price\":1}"})
  void anyOtherSortIsRefused(String sort) {
    assertRefused("sort", null, null, sort, null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "5",
        "5-",
        "-65f0a1b2c3d4e5f601234567",
        "65f0a1b2c3d4e5f601234567",
        "x-65f0a1b2c3d4e5f601234567",
        "1.5-65f0a1b2c3d4e5f601234567",
        "5-65f0a1b2c3d4e5f60123456",
        "5-{\"$gt\":\"\"}",
        "5-65f0a1b2c3d4e5f60123456\0",
        "{\"$gt\":5}-65f0a1b2c3d4e5f601234567",
        "99999999999999999999-65f0a1b2c3d4e5f601234567"
      })
  void aCursorThatWeDidNotGiveIsRefused(String cursor) {
    assertRefused("cursor", null, null, null, null, cursor);
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertEquals(100, TicketQuery.of("x".repeat(100), null, null, null, null).text().length());
    assertRefused("q", "x".repeat(101), null, null, null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0", "\0", "a\nb", "\r\nSet-Cookie: a=b", "\u007f", "\u0085x"})
  void aTextWithControlCharactersIsRefused(String q) {
    assertRefused("q", q, null, null, null, null);
  }

  @Test
  void aLimitOutOfBoundsIsRefused() {
    assertRefused("limit", null, null, null, "101", null);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1999, -62_135_596_800_000L, Long.MAX_VALUE})
  void aCursorComesBackAsItWasGiven(long value) {
    Cursor cursor = new Cursor(value, ID);
    String given = TicketQuery.encode(cursor);
    assertEquals(cursor, TicketQuery.of(null, null, null, null, given).cursor());
  }

  @Test
  void theLastPageHasNoCursor() {
    assertNull(TicketQuery.encode(null));
  }

  private static void assertRefused(
      String parameter, String q, String status, String sort, String limit, String cursor) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> TicketQuery.of(q, status, sort, limit, cursor));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals(parameter, refusal.body().errors().get(0).field());
  }
}
