package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings: found page by page, and changed by their seller only, while nobody is buying. */
@SystemTest
class TicketsST {

  private static final int LISTED = 250;
  private static final int SELLERS = 5;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");

  private final Ticketing ticketing;
  private final User seller;
  private final User buyer;
  private final String fair = "fair" + UUID.randomUUID().toString().substring(0, 8);
  private final Set<String> listed = new HashSet<>();

  TicketsST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @BeforeAll
  void listManyTicketsOfFewPrices() {
    Together.each(SELLERS, this::listShare).forEach(listed::addAll);
    assertEquals(LISTED, listed.size());
  }

  private List<String> listShare(int share) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < LISTED / SELLERS; i++) {
      ids.add(seller.lists(fair + " stand " + share + "-" + i, 10 + i % 7));
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-createdAt", "createdAt", "price", "-price"})
  void pagesRepeatNothingAndMissNothing(String sort) {
    List<String> seen = new ArrayList<>();
    int pages = 0;
    String next = "/api/tickets?q=" + fair + "&limit=30&sort=" + sort;
    while (next != null) {
      Answer page = ticketing.visitor().get(next).expect(200);
      page.json().forEach(ticket -> seen.add(ticket.path("id").asText()));
      pages++;
      next = nextOf(page);
    }
    assertEquals(9, pages);
    assertEquals(LISTED, seen.size());
    assertEquals(listed, new HashSet<>(seen));
  }

  private static String nextOf(Answer page) {
    Matcher link = NEXT.matcher(String.valueOf(page.header("Link")));
    return link.find() ? link.group(1) : null;
  }

  private List<JsonNode> list(String query) {
    List<JsonNode> tickets = new ArrayList<>();
    ticketing.visitor().get("/api/tickets?" + query).expect(200).json().forEach(tickets::add);
    return tickets;
  }

  @Test
  void aPageHasTwentyTicketsUnlessTheClientSaysOtherwise() {
    assertEquals(20, list("q=" + fair).size());
    assertEquals(100, list("q=" + fair + "&limit=100").size());
    assertEquals(1, list("q=" + fair + "&limit=1").size());
  }

  @ParameterizedTest
  @CsvSource({"price,1", "-price,-1"})
  void ticketsAreSortedByPrice(String sort, int direction) {
    List<BigDecimal> prices =
        list("q=" + fair + "&limit=100&sort=" + sort).stream()
            .map(ticket -> ticket.path("price").decimalValue())
            .toList();
    Comparator<BigDecimal> order = Comparator.naturalOrder();
    assertEquals(prices.stream().sorted(direction > 0 ? order : order.reversed()).toList(), prices);
  }

  @Test
  void theNewestTicketComesFirst() {
    String newest = seller.lists(fair + " newcomer", 99);
    try {
      assertEquals(newest, list("q=" + fair + "&limit=1").get(0).path("id").asText());
      assertEquals(newest, list("limit=1").get(0).path("id").asText());
    } finally {
      seller.delete("/api/tickets/" + newest).expect(204);
    }
  }

  @Test
  void aSearchFindsTitlesAndVenuesWhateverTheirCaseAndTakesEveryCharacterAsItIs() {
    String word = "needle" + UUID.randomUUID().toString().substring(0, 8);
    String byTitle = seller.lists("A " + word.toUpperCase() + " (1+1)*", 20);
    String byVenue =
        seller
            .post("/api/tickets", Map.of("title", "Opera", "price", 20, "venue", word + " hall"))
            .expect(201)
            .id();

    assertEquals(
        Set.of(byTitle, byVenue),
        new HashSet<>(list("q=" + word).stream().map(t -> t.path("id").asText()).toList()));
    assertEquals(1, list("q=" + word + "%20(1%2B1)*").size());
    assertEquals(0, list("q=" + word + ".*").size());
  }

  @Test
  void theListShowsWhatOneCanBuyUnlessAskedForMore() {
    String word = "state" + UUID.randomUUID().toString().substring(0, 8);
    seller.lists(word + " free", 20);
    buyer.orders(seller.lists(word + " reserved", 20));
    buyer.charge(buyer.orders(seller.lists(word + " sold", 20)), "tok_visa").expect(201);

    Eventually.equal(1, () -> list("status=sold&q=" + word).size());
    Eventually.equal(1, () -> list("status=reserved&q=" + word).size());
    assertEquals(word + " free", list("q=" + word).get(0).path("title").asText());
    assertEquals(1, list("q=" + word).size());
    assertEquals(3, list("status=all&q=" + word).size());
  }

  @Test
  void aSellerEditsATicketAndBuyersPayTheNewPrice() {
    String ticket = seller.lists("Before", 20);

    Answer edited =
        seller.put("/api/tickets/" + ticket, Map.of("title", "After", "price", 30.5)).expect(200);

    assertEquals("After", edited.field("title"));
    assertEquals(
        "30.5", edited.json().path("price").decimalValue().stripTrailingZeros().toString());
    assertEquals("After", ticketing.visitor().ticket(ticket).field("title"));
    Eventually.equal("30.5", () -> priceWhenOrdered(ticket));
  }

  private String priceWhenOrdered(String ticket) {
    Answer order = buyer.order(ticket).expect(201);
    buyer.cancel(order.id()).expect(200);
    return order.json().path("price").decimalValue().stripTrailingZeros().toPlainString();
  }

  @Test
  void aReservedOrSoldTicketIsNeitherEditedNorWithdrawn() {
    String ticket = seller.lists("Busy", 20);
    String order = buyer.orders(ticket);
    for (String status : List.of("reserved", "sold")) {
      Eventually.equal(status, () -> ticketing.visitor().ticket(ticket).field("status"));
      seller.put("/api/tickets/" + ticket, Map.of("price", 21)).expect(409);
      seller.delete("/api/tickets/" + ticket).expect(409);
      if (status.equals("reserved")) {
        buyer.charge(order, "tok_visa").expect(201);
      }
    }
  }

  @Test
  void aWithdrawnTicketIsGoneForEverybody() {
    String ticket = seller.lists("Withdrawn", 20);

    seller.delete("/api/tickets/" + ticket).expect(204);

    ticketing.visitor().ticket(ticket).expect(404);
    seller.put("/api/tickets/" + ticket, Map.of("price", 21)).expect(404);
    Eventually.equal(404, () -> buyer.order(ticket).status());
  }

  @Test
  void nobodyElseChangesATicket() {
    String ticket = seller.lists("Mine", 20);

    buyer.put("/api/tickets/" + ticket, Map.of("price", 2)).expect(403);
    buyer.delete("/api/tickets/" + ticket).expect(403);

    assertTrue(ticketing.visitor().ticket(ticket).expect(200).text().contains("Mine"));
  }
}
