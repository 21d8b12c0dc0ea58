package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.User;
import java.util.List;

/** A buyer does nothing until the time is over, and somebody else gets the ticket. */
final class Expiring implements Journey {

  private final Cast cast;
  private final User buyer;
  private String ticket;
  private String order;

  Expiring(Cast cast) {
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

  /** The clock takes it. */
  @Override
  public void step() {
    cast.awaitStatus(buyer, order, "expired");
  }

  @Override
  public boolean isDone() {
    return cast.statusOf(buyer, order).equals("expired");
  }

  @Override
  public void repeat() {
    throw new IllegalStateException("The server has to finish this on its own");
  }

  @Override
  public void requireSettled() {
    assertEquals("available", cast.stateOf(ticket));
    assertEquals("expired", buyer.get("/api/expiration/" + order).field("status"));
    buyer.charge(order, "tok_visa").expect(409);
    buyer.cancel(order).expect(409);
    assertEquals(List.of(), cast.books().receivedFor(order));
  }

  @Override
  public void goOn() {
    cast.ledger().told(buyer, order, "expired");
    cast.ledger().ordered(cast.next(), cast.next().order(ticket));
  }
}
