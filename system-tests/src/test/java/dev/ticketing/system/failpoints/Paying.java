package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.User;
import java.util.List;

/** A buyer pays an order by card: its money is taken once, and the ticket is the buyer's. */
class Paying implements Journey {

  private final Cast cast;
  private final User buyer;
  private String ticket;
  private String order;

  Paying(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
  }

  Cast cast() {
    return cast;
  }

  User buyer() {
    return buyer;
  }

  String order() {
    return order;
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
    cast.pay(buyer, order);
  }

  @Override
  public boolean isDone() {
    return cast.statusOf(buyer, order).equals("complete");
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    assertEquals("sold", cast.stateOf(ticket));
    assertEquals(order, cast.visitor().ticket(ticket).field("orderId"));
    assertEquals(List.of("captured"), buyer.paymentStatusesOf(order));
    assertEquals(1, cast.books().paymentsFor(order), "payments at Stripe");
    assertEquals(0, cast.books().heldFor(order), "money still set aside");
    assertEquals("complete", buyer.get("/api/expiration/" + order).field("status"));
  }

  /** Asks again, as a client does that never got its answer. */
  @Override
  public void goOn() {
    cast.ledger().told(buyer, order, "complete");
    buyer.charge(order, "tok_visa").expect(409);
    cast.next().order(ticket).expect(409);
  }
}
