package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.User;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A buyer cancels an order while the bank is still setting its money aside: the money is let go,
 * and somebody else buys the ticket.
 */
final class LettingGo implements Journey {

  private static final long SLOW_MILLIS = 3_000;

  private final Cast cast;
  private final User buyer;
  private String ticket;
  private String order;

  LettingGo(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
  }

  @Override
  public void prepare() {
    ticket = cast.ticket();
    order = cast.ledger().ordered(buyer, buyer.order(ticket));
    cast.awaitReserved(ticket);
    cast.switches().add(Switch.on("create").delay(SLOW_MILLIS).limitedTo(1));
  }

  @Override
  public List<String> names() {
    return List.of(ticket, order);
  }

  @Override
  public void step() {
    CompletableFuture<Void> paying =
        CompletableFuture.runAsync(() -> buyer.charge(order, "tok_visa").expect(409));
    cast.awaitPayments(buyer, order, 1);
    buyer.cancel(order).expect(200);
    cast.ledger().told(buyer, order, "cancelled");
    paying.join();
  }

  @Override
  public boolean isDone() {
    return List.of("cancelled").equals(buyer.paymentStatusesOf(order));
  }

  @Override
  public void repeat() {
    throw new IllegalStateException("The server has to finish this on its own");
  }

  @Override
  public void requireSettled() {
    assertEquals("cancelled", cast.statusOf(buyer, order));
    assertEquals("available", cast.stateOf(ticket));
    assertEquals(0, cast.books().heldFor(order), "money still set aside");
    assertEquals(List.of(), cast.books().receivedFor(order));
  }

  @Override
  public void goOn() {
    cast.sell(ticket);
  }
}
