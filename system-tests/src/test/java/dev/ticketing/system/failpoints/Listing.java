package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.Answer;
import java.util.List;

/** A seller lists a ticket, which somebody buys. */
final class Listing implements Journey {

  private final Cast cast;
  private final String title = Cast.newTitle();

  Listing(Cast cast) {
    this.cast = cast;
  }

  @Override
  public void prepare() {}

  @Override
  public List<String> names() {
    return List.of(title);
  }

  @Override
  public void step() {
    Answer listed = cast.seller().listTicket(title, Cast.PRICE);
    cast.ledger().listed(listed, title);
  }

  @Override
  public boolean isDone() {
    return !found().isEmpty();
  }

  private List<String> found() {
    return cast.ticketsTitled(title);
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    assertEquals(1, found().size(), "tickets of one listing");
  }

  @Override
  public void goOn() {
    cast.sell(found().get(0));
  }
}
