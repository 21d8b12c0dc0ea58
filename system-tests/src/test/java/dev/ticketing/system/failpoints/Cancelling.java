package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.User;
import java.util.List;

/** A buyer cancels an order, and somebody else buys the ticket. */
final class Cancelling implements Journey {

  private final Cast cast;
  private final User buyer;
  private String ticket;
  private String order;

  Cancelling(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
  }

  @Override
  public void prepare() {
    ticket = cast.ticket();
    order = cast.ledger().ordered(buyer, buyer.order(ticket));
    cast.awaitReserved(ticket);
  }

  @Override
  public List<String> names() {
    return List.of(ticket, order);
  }

  @Override
  public void step() {
    buyer.cancel(order).expect(200);
    cast.ledger().told(buyer, order, "cancelled");
  }

  @Override
  public boolean isDone() {
    return cast.statusOf(buyer, order).equals("cancelled");
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    assertEquals("available", cast.stateOf(ticket));
    assertEquals("cancelled", buyer.get("/api/expiration/" + order).field("status"));
    buyer.charge(order, "tok_visa").expect(409);
    buyer.cancel(order).expect(200);
  }

  @Override
  public void goOn() {
    cast.ledger().told(buyer, order, "cancelled");
    cast.sell(ticket);
  }
}
