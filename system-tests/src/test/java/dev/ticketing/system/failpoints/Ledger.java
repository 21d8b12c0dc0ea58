package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Ticketing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server has promised: each answer by which a user was told that something is done. It
 * must stay so whatever dies later, and money must have been taken once for each paid order.
 */
final class Ledger {

  private record Told(User user, String status) {}

  private final Ticketing ticketing;
  private final Books books;
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, Told> orders = new LinkedHashMap<>();

  Ledger(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.books = Books.of(ticketing);
  }

  /** Enters a ticket, which must have been accepted, and returns its id. */
  synchronized String listed(Answer answer, String title) {
    String id = answer.expect(201).id();
    titles.put(id, title);
    return id;
  }

  /** Enters an order, which must have been accepted, and returns its id. */
  synchronized String ordered(User user, Answer answer) {
    String id = answer.expect(201).id();
    orders.put(id, new Told(user, "created"));
    return id;
  }

  /** Enters how an order has ended, or goes on. */
  synchronized void told(User user, String order, String status) {
    orders.put(order, new Told(user, status));
  }

  int size() {
    return titles.size() + orders.size();
  }

  /** Asserts that all is as it was told, and that no money was taken but for what is complete. */
  synchronized void requireKept() {
    titles.forEach(
        (id, title) ->
            assertEquals(title, ticketing.visitor().ticket(id).expect(200).field("title")));
    orders.forEach(this::requireKept);
  }

  private void requireKept(String order, Told told) {
    String status = told.user().orderOf(order).expect(200).field("status");
    if (!told.status().equals("created")) {
      assertEquals(told.status(), status, "order " + order);
    }
    boolean complete = status.equals("complete");
    assertEquals(
        complete ? List.of(1999L) : List.of(), books.receivedFor(order), "money for " + order);
  }
}
