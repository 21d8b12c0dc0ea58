package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What one domain has answered the others may not have heard of yet; a client need not know. Each
 * request here is sent once, as soon as the one before is answered.
 */
@SystemTest
class RightAfterST {

  private static final int AT_ONCE = 4;
  private static final int EACH = 50;

  private final Ticketing ticketing;

  RightAfterST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void anOrderRightAfterTheTicketAndAChargeRightAfterTheOrderSucceedEveryTime() {
    List<String> outcomes =
        Together.each(AT_ONCE, i -> purchases()).stream().flatMap(List::stream).toList();

    assertEquals(Collections.nCopies(AT_ONCE * EACH, "201 201 201"), outcomes);
  }

  private List<String> purchases() {
    User seller = ticketing.newUser();
    User buyer = ticketing.newUser();
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      var ticket = seller.listTicket("Fresh " + i, 19.99);
      var order = buyer.order(ticket.id());
      var charge = buyer.charge(order.id(), "tok_visa");
      outcomes.add(ticket.status() + " " + order.status() + " " + charge.status());
    }
    return outcomes;
  }
}
