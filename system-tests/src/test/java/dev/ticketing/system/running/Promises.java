package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the server has said it did; whatever happens to it afterwards, it is to be there. */
public final class Promises {

  private final Set<String> listed = ConcurrentHashMap.newKeySet();
  private final Map<String, User> ordered = new ConcurrentHashMap<>();
  private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
  private final Set<String> paid = ConcurrentHashMap.newKeySet();

  void listed(String ticketId) {
    listed.add(ticketId);
  }

  void ordered(String orderId, User buyer) {
    ordered.put(orderId, buyer);
  }

  void cancelled(String orderId) {
    cancelled.add(orderId);
  }

  void paid(String orderId) {
    paid.add(orderId);
  }

  public int count() {
    return listed.size() + ordered.size() + cancelled.size() + paid.size();
  }

  /** Fails when one of them was not kept, or when money and orders do not agree. */
  public void assertKept(Ticketing ticketing) {
    Books.Statement books = Books.of(ticketing).now();
    Map<String, Orders.Placed> orders = Orders.of(Set.copyOf(ordered.values()));
    for (String ticket : listed) {
      assertEquals(200, ticketing.visitor().ticket(ticket).status(), "listed ticket " + ticket);
    }
    for (String order : ordered.keySet()) {
      assertTrue(orders.containsKey(order), "accepted order is lost: " + order);
    }
    for (String order : cancelled) {
      assertEquals("cancelled", orders.get(order).status(), "cancelled order " + order);
    }
    for (String order : paid) {
      assertEquals("complete", orders.get(order).status(), "paid order " + order);
    }
    orders.values().forEach(order -> assertMoneyOf(order, books));
  }

  private static void assertMoneyOf(Orders.Placed order, Books.Statement books) {
    boolean complete = order.status().equals("complete");
    assertEquals(complete ? 1 : 0, books.receivedFor(order.id()).size(), () -> "paid: " + order);
  }

  @Override
  public String toString() {
    return "%d tickets, %d orders, %d cancels, %d payments"
        .formatted(listed.size(), ordered.size(), cancelled.size(), paid.size());
  }

  /** The ids of all orders that were accepted. */
  public List<String> orders() {
    return List.copyOf(ordered.keySet());
  }
}
