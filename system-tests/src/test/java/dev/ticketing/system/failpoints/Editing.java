package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

/** A seller changes a price; who orders from then on gets the new one. */
final class Editing implements Journey {

  private static final int NEW_PRICE = 25;

  private final Cast cast;
  private String ticket;

  Editing(Cast cast) {
    this.cast = cast;
  }

  @Override
  public void prepare() {
    ticket = cast.ticket();
  }

  @Override
  public List<String> names() {
    return List.of(ticket);
  }

  @Override
  public void step() {
    cast.seller().put("/api/tickets/" + ticket, Map.of("price", NEW_PRICE)).expect(200);
  }

  @Override
  public boolean isDone() {
    return cast.visitor().ticket(ticket).json().path("price").asDouble() == NEW_PRICE;
  }

  @Override
  public void repeat() {
    step();
  }

  /** Orders, by whose price is seen whether orders has heard of it, and gives it back. */
  @Override
  public void requireSettled() {
    String order = cast.ledger().ordered(cast.buyer(), cast.buyer().order(ticket));
    double price = cast.buyer().orderOf(order).json().path("price").asDouble();
    cast.buyer().cancel(order).expect(200);
    cast.ledger().told(cast.buyer(), order, "cancelled");
    assertEquals(NEW_PRICE, price);
  }
}
