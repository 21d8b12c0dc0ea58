package dev.ticketing.system.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ticketing.system.client.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Orders that wait for their buyer, as many as one likes. One is placed by a request; the others
 * are copies of its documents in every domain, with ids and deadlines of their own, written
 * straight to the store. So all domains agree on them, without any request or event.
 */
public final class ManyOrders implements AutoCloseable {

  /** What the ticket is called, and every copy of it, which nobody has listed or ordered. */
  static final String TITLE = "One of many";

  private static final int AT_ONCE = 1_000;
  private static final Set<String> DEADLINES = Set.of("expiresAt", "dueAt", "deadline");
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(1);

  private final MongoClient store;
  private final Map<MongoCollection<Document>, Document> templates = new LinkedHashMap<>();
  private final String order;
  private final String ticket;

  public ManyOrders(Ticketing ticketing) {
    store = MongoClients.create(ticketing.machinery().stack().store().uri());
    User seller = ticketing.newUser();
    ticket = seller.lists(TITLE, 19.99);
    order = ticketing.newUser().orders(ticket);
    keep("orders", "tickets", ticket);
    keep("orders", "orders", order);
    keep("tickets", "tickets", ticket);
    keep("expiration", "reservations", order);
    keep("payments", "orders", order);
  }

  /** Waits until the document names the order and has told what it had to tell. */
  private void keep(String database, String collection, String id) {
    MongoCollection<Document> documents = store.getDatabase(database).getCollection(collection);
    Eventually.equal(
        SETTLED_WITHIN,
        true,
        () -> {
          Document found = documents.find(new Document("_id", id)).first();
          return found != null && found.containsValue(order) && !found.containsKey("outbox");
        });
    templates.put(documents, documents.find(new Document("_id", id)).first());
  }

  /**
   * @param deadline of each, by its number
   * @return the deadlines by the orders' ids
   */
  public Map<String, Instant> add(int count, IntFunction<Instant> deadline) {
    Map<String, Instant> added = new HashMap<>();
    for (int from = 0; from < count; from += AT_ONCE) {
      Map<String, Instant> batch = new HashMap<>();
      for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
        batch.put(new ObjectId().toHexString(), deadline.apply(i));
      }
      insert(batch);
      added.putAll(batch);
    }
    return added;
  }

  private void insert(Map<String, Instant> batch) {
    Map<String, String> tickets = new HashMap<>();
    batch.keySet().forEach(id -> tickets.put(id, new ObjectId().toHexString()));
    templates.forEach(
        (collection, template) -> {
          List<Document> copies = new ArrayList<>();
          batch.forEach((id, due) -> copies.add(copy(template, id, tickets.get(id), due)));
          collection.insertMany(copies);
        });
  }

  private Document copy(Document template, String orderId, String ticketId, Instant due) {
    Document copy = new Document();
    template.forEach(
        (name, value) -> {
          if (order.equals(value)) {
            copy.put(name, orderId);
          } else if (ticket.equals(value)) {
            copy.put(name, ticketId);
          } else {
            copy.put(name, DEADLINES.contains(name) ? Date.from(due) : value);
          }
        });
    return copy;
  }

  @Override
  public void close() {
    store.close();
  }
}
