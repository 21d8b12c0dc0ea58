package dev.ticketing.operations.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ticketing.devstack.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoSourcesTest {

  private static final int MANY = 2 * Source.BATCH + 1;

  @TempDir Path directory;
  private EmbeddedStore store;
  private MongoClient client;
  private MongoCollection<Document> orders;

  @BeforeEach
  void open() {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
    orders = client.getDatabase("orders").getCollection("orders");
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  @Test
  void everyDocumentIsHandedOverOnceAndNeverMoreThanABatchAtATime() {
    fill(1);
    Set<String> seen = new HashSet<>();
    List<Integer> sizes = new ArrayList<>();

    new MongoSource(orders)
        .scan(
            documents -> {
              sizes.add(documents.size());
              documents.forEach(document -> assertTrue(seen.add(Documents.idOf(document))));
            });

    assertEquals(MANY, seen.size());
    assertEquals(List.of(Source.BATCH, Source.BATCH, 1), sizes);
  }

  @Test
  void secretsAreNotRead() {
    orders.insertOne(new Document("_id", "1").append("token", "tok_visa").append("amount", 1L));

    Document read = new MongoSource(orders, "token").withIds(List.of("1")).get(0);

    assertFalse(read.containsKey("token"));
    assertEquals(1L, read.getLong("amount"));
  }

  @Test
  void documentsAreFoundByAFieldOfTheirs() {
    fill(2);

    List<Document> found =
        new MongoSource(orders).withField("ticketId", List.of("ticket-7", "none")).get("ticket-7");

    assertEquals(2, found.size());
  }

  @Test
  void aTicketIsContestedWhenTwoLiveOrCompleteOrdersNameIt() {
    fill(2);
    orders.updateMany(new Document("ticketId", "ticket-7"), status("EXPIRED"));
    orders.updateOne(new Document("ticketId", "ticket-8"), status("CANCELLED"));
    Set<String> contested = new HashSet<>();

    ContestedTickets source = new ContestedTickets(orders);
    source.scan(tickets -> tickets.forEach(ticket -> contested.add(Documents.idOf(ticket))));

    assertEquals(MANY / 2 - 2, contested.size());
    assertFalse(contested.contains("ticket-7") || contested.contains("ticket-8"));
    assertEquals(Set.of("ticket-9"), source.present(List.of("ticket-7", "ticket-8", "ticket-9")));
  }

  private static Document status(String status) {
    return new Document("$set", new Document("status", status));
  }

  /** As many orders, of so many to a ticket. */
  private void fill(int ordersOfATicket) {
    orders.insertMany(
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    new Document("_id", "order-%06d".formatted(i))
                        .append("ticketId", "ticket-" + i / ordersOfATicket)
                        .append("status", i % 2 == 0 ? "CREATED" : "COMPLETE"))
            .toList());
  }
}
