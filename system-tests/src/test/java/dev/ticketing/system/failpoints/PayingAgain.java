package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Eventually;
import java.util.List;

/**
 * The bank sets a buyer's money aside and then refuses to pay it out: the order is given back to
 * its buyer, who pays with another card.
 */
final class PayingAgain implements Journey {

  private final Cast cast;
  private final User buyer;
  private String ticket;
  private String order;

  PayingAgain(Cast cast) {
    this.cast = cast;
    this.buyer = cast.buyer();
  }

  @Override
  public void prepare() {
    ticket = cast.ticket();
    order = cast.ledger().ordered(buyer, buyer.order(ticket));
    cast.awaitReserved(ticket);
    cast.switches().add(Switch.on("capture").fail(Failure.CARD_DECLINED).limitedTo(1));
  }

  @Override
  public List<String> names() {
    return List.of(ticket, order);
  }

  @Override
  public void step() {
    buyer.charge(order, "tok_visa").expect(402);
    cast.awaitStatus(buyer, order, "created");
  }

  @Override
  public boolean isDone() {
    return cast.statusOf(buyer, order).equals("created");
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    assertEquals("reserved", cast.stateOf(ticket));
    assertEquals(0, cast.books().heldFor(order), "money still set aside");
    assertEquals("created", buyer.get("/api/expiration/" + order).field("status"));
    cast.next().order(ticket).expect(409);
  }

  @Override
  public void goOn() {
    Eventually.equal(true, this::isChargedWithAnotherCard);
    cast.awaitStatus(buyer, order, "complete");
    cast.ledger().told(buyer, order, "complete");
    cast.awaitSold(ticket);
    assertEquals(0, cast.books().heldFor(order), "money still set aside");
  }

  /** Refused for as long as the first payment has not quite ended. */
  private boolean isChargedWithAnotherCard() {
    int answer = buyer.charge(order, "tok_mastercard").status();
    return answer == 201 || answer == 202;
  }
}
