package dev.ticketing.tickets.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ticketing.devstack.store.EmbeddedStore;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.tickets.application.TicketCatalog.Order;
import dev.ticketing.tickets.application.TicketCatalog.Query;
import dev.ticketing.tickets.application.TicketView;
import dev.ticketing.tickets.domain.TicketStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody searches for, it is text that a title holds, and never a part of the query. */
class HostileSearchTest {

  private static final String USUAL = "a".repeat(200);

  @TempDir private static Path directory;
  private static EmbeddedStore store;
  private static MongoClient client;
  private static MongoCollection<Document> tickets;

  @BeforeAll
  static void start() {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
    tickets = client.getDatabase("tickets").getCollection("tickets");
    add(USUAL);
  }

  @AfterAll
  static void stop() {
    client.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*",
        "^a",
        "a|b",
        "(a+)+$",
        "(a|a)*b",
        "\\E.*\\Q",
        "\\E(a+)+$",
        "\\",
        "\\E",
        "[",
        "(?i)A+",
        "$where",
        "{\"$gt\":\"\"}",
        "'; return true; //",
        "\u202e\ufffd\ud83d\ude00"
      })
  void whatIsSearchedForIsTakenLiterally(String text) {
    assertEquals(List.of(), titlesWith(text));
    add("x" + text + "x");
    assertEquals(List.of("x" + text + "x"), titlesWith(text));
    tickets.deleteOne(eq("title", "x" + text + "x"));
  }

  @Test
  void aSearchIsFoundWhateverTheCaseOfItsLetters() {
    assertEquals(List.of(USUAL), titlesWith("AAAA"));
  }

  private static List<String> titlesWith(String text) {
    Query query = new Query(text, TicketStatus.AVAILABLE, Order.NEWEST, 100, null);
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            new MongoTicketCatalog(tickets)
                .list(query).tickets().stream().map(TicketView::title).toList());
  }

  private static void add(String title) {
    tickets.insertOne(
        new Document("_id", Identifier.next())
            .append("title", title)
            .append("price", 1999L)
            .append("currency", "usd")
            .append("userId", Identifier.next())
            .append("status", TicketStatus.AVAILABLE.name())
            .append("version", 1L)
            .append("createdAt", new Date())
            .append("updatedAt", new Date()));
  }
}
