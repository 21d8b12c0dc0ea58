package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** A seller withdraws a ticket, which nobody can order from then on. */
final class Withdrawing implements Journey {

  private final Cast cast;
  private String ticket;

  Withdrawing(Cast cast) {
    this.cast = cast;
  }

  @Override
  public void prepare() {
    String title = Cast.newTitle();
    ticket = cast.seller().listTicket(title, Cast.PRICE).expect(201).id();
  }

  @Override
  public List<String> names() {
    return List.of(ticket);
  }

  @Override
  public void step() {
    cast.seller().delete("/api/tickets/" + ticket).expect(204);
  }

  @Override
  public boolean isDone() {
    return cast.visitor().ticket(ticket).status() == 404;
  }

  @Override
  public void repeat() {
    step();
  }

  /** An order that is still accepted, since orders has not heard yet, is cancelled once it has. */
  @Override
  public void requireSettled() {
    assertEquals(404, cast.buyer().order(ticket).status());
    for (String order : cast.ordersOf(cast.buyer(), ticket)) {
      assertEquals("cancelled", cast.statusOf(cast.buyer(), order));
    }
  }
}
