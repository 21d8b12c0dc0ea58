package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Eventually;
import java.time.Duration;
import java.util.List;

/** A buyer orders a ticket, and pays it afterwards. */
final class Ordering implements Journey {

  private static final Duration LOCK_ENDS_WITHIN = Duration.ofSeconds(25);

  private final Cast cast;
  private final User buyer;
  private String ticket;

  Ordering(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
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
    cast.ledger().ordered(buyer, buyer.order(ticket));
  }

  @Override
  public boolean isDone() {
    return !orders().isEmpty();
  }

  private List<String> orders() {
    return cast.ordersOf(buyer, ticket);
  }

  /** The ticket may be locked for an order that was never stored; that lock is given back. */
  @Override
  public void repeat() {
    Eventually.equal(LOCK_ENDS_WITHIN, 201, this::order);
  }

  private int order() {
    Answer answer = buyer.order(ticket);
    if (answer.status() == 201) {
      cast.ledger().ordered(buyer, answer);
    }
    return answer.status();
  }

  @Override
  public void requireSettled() {
    assertEquals(1, orders().size(), "orders of one buyer for one ticket");
    String order = orders().get(0);
    assertEquals("created", cast.statusOf(buyer, order));
    assertEquals("reserved", cast.stateOf(ticket));
    assertEquals(order, cast.visitor().ticket(ticket).field("orderId"));
    assertEquals("created", buyer.get("/api/expiration/" + order).field("status"));
    cast.next().order(ticket).expect(409);
  }

  @Override
  public void goOn() {
    cast.pay(buyer, orders().get(0));
    cast.awaitSold(ticket);
    assertEquals(1, cast.books().paymentsFor(orders().get(0)), "payments at Stripe");
  }
}
