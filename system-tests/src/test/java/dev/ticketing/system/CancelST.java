package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import org.junit.jupiter.api.Test;

/** A buyer who changes their mind gives the ticket back, as long as it is not paid. */
@SystemTest
class CancelST {

  private final Ticketing ticketing;
  private final User seller;
  private final User buyer;
  private final User other;

  CancelST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
    this.other = ticketing.newUser();
  }

  @Test
  void aPatchCancelsTheOrderAndTellsIt() {
    String order = buyer.orders(seller.lists("Patch", 10));

    assertEquals("cancelled", buyer.cancel(order).expect(200).field("status"));
    assertEquals("cancelled", buyer.orderOf(order).field("status"));
  }

  @Test
  void aDeleteCancelsTheOrderAndTheOrderCanStillBeRead() {
    String order = buyer.orders(seller.lists("Delete", 10));

    assertEquals("", buyer.delete("/api/orders/" + order).expect(204).text());
    assertEquals("cancelled", buyer.orderOf(order).expect(200).field("status"));
  }

  @Test
  void theNextBuyerGetsTheTicketRightAfterTheCancel() {
    String ticket = seller.lists("Next", 10);
    String order = buyer.orders(ticket);
    other.order(ticket).expect(409);

    buyer.cancel(order).expect(200);

    String next = other.order(ticket).expect(201).id();
    Eventually.equal(next, () -> ticketing.visitor().ticket(ticket).field("orderId"));
  }

  @Test
  void theTicketIsOnSaleAgain() {
    String ticket = seller.lists("On sale again", 10);
    String order = buyer.orders(ticket);
    Eventually.equal("reserved", () -> ticketing.visitor().ticket(ticket).field("status"));

    buyer.cancel(order).expect(200);

    Eventually.equal("available", () -> ticketing.visitor().ticket(ticket).field("status"));
    assertTrue(ticketing.visitor().ticket(ticket).json().path("orderId").isNull());
  }

  @Test
  void cancellingTwiceIsNoErrorAndDoesNotTouchTheNextBuyersOrder() {
    String ticket = seller.lists("Twice", 10);
    String order = buyer.orders(ticket);
    buyer.cancel(order).expect(200);
    String next = other.orders(ticket);

    buyer.cancel(order).expect(200);
    buyer.delete("/api/orders/" + order).expect(204);

    assertEquals("created", other.orderOf(next).field("status"));
    buyer.order(ticket).expect(409);
  }

  @Test
  void aCompleteOrderCannotBeCancelled() {
    String order = buyer.orders(seller.lists("Complete", 10));
    buyer.charge(order, "tok_visa").expect(201);

    buyer.cancel(order).expect(409);
    buyer.delete("/api/orders/" + order).expect(409);

    assertEquals("complete", buyer.orderOf(order).field("status"));
  }

  @Test
  void nobodyElseCanCancelAnOrder() {
    String order = buyer.orders(seller.lists("Not yours", 10));

    other.cancel(order).expect(403);
    seller.delete("/api/orders/" + order).expect(403);
    ticketing.visitor().delete("/api/orders/" + order).expect(401);

    assertEquals("created", buyer.orderOf(order).field("status"));
  }

  @Test
  void aCancelledOrderCannotBePaid() {
    String order = buyer.orders(seller.lists("Too late", 10));
    buyer.cancel(order).expect(200);

    Eventually.equal(409, () -> buyer.charge(order, "tok_visa").status());
  }
}
