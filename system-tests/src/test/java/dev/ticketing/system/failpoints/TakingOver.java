package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Machinery;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * The next buyer takes over a ticket in the moment in which the first one's time is over, before
 * the clock has said so. Both are short of time: after a restart both orders have expired.
 */
final class TakingOver implements Journey {

  private static final int TRIES = 8;

  private final Cast cast;
  private final User buyer;
  private final User next;
  private String ticket;
  private String order;

  TakingOver(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
    this.next = cast.next();
  }

  @Override
  public void prepare() {
    takePlace();
  }

  private void takePlace() {
    ticket = cast.ticket();
    order = cast.ledger().ordered(buyer, buyer.order(ticket));
  }

  /** The clock may be the first; then there is nothing to take over, and it is tried again. */
  @Override
  public void step() {
    for (int i = 0; i < TRIES; i++) {
      Awaitility.await()
          .atMost(Machinery.SHORT_WINDOW.multipliedBy(4))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> next.order(ticket).status() == 201);
      takePlace();
    }
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
    List<String> taken = cast.ordersOf(next, ticket);
    assertEquals(1, taken.size(), "orders that took it over");
    assertEquals("expired", cast.statusOf(next, taken.get(0)));
    assertEquals("available", cast.stateOf(ticket));
  }

  @Override
  public void goOn() {
    cast.ledger().told(buyer, order, "expired");
    cast.ledger().ordered(next, next.order(ticket));
  }
}
