package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import java.util.List;
import java.util.Map;

/**
 * A buyer orders a ticket with a key, and sends the same request again until it is answered: there
 * is one order, which every answer names, and which the buyer pays.
 */
final class OrderingByKey implements Journey {

  private final Cast cast;
  private final User buyer;
  private String ticket;
  private Keyed request;

  OrderingByKey(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
  }

  @Override
  public void prepare() {
    ticket = cast.ticket();
    request = new Keyed(buyer, "/api/orders", Map.of("ticketId", ticket));
  }

  @Override
  public List<String> names() {
    return List.of(ticket);
  }

  @Override
  public void step() {
    cast.ledger().ordered(buyer, request.answer());
  }

  @Override
  public boolean isDone() {
    return !orders().isEmpty();
  }

  private List<String> orders() {
    return cast.ordersOf(buyer, ticket);
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    assertEquals(1, orders().size(), "orders of one key");
    String order = orders().get(0);
    assertEquals("created", cast.statusOf(buyer, order));
    assertEquals("reserved", cast.stateOf(ticket));
    assertEquals(order, cast.visitor().ticket(ticket).field("orderId"));
    assertEquals("created", buyer.get("/api/expiration/" + order).field("status"));
    cast.next().order(ticket).expect(409);
  }

  @Override
  public void goOn() {
    String order = cast.ledger().ordered(buyer, request.answer());
    Answer again = request.answer();
    assertEquals(List.of(order), orders());
    assertEquals(order, again.expect(201).id());
    assertTrue(Keyed.isReplay(again), "the answer was not kept");
    cast.pay(buyer, order);
    cast.awaitSold(ticket);
    assertEquals(1, cast.books().paymentsFor(order), "payments at Stripe");
  }
}
