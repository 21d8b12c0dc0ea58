package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Many who want the same thing at once: one gets it, and all others are told that they do not. The
 * control, the same race without the compare-and-set, is with the locks of the orders domain.
 */
@SystemTest
class RaceST {

  private static final int BUYERS = 50;

  private final Ticketing ticketing;
  private final User seller;
  private final List<User> buyers;

  RaceST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyers = ticketing.crowd(BUYERS);
  }

  @RepeatedTest(20)
  void ofFiftyBuyersAtOnceExactlyOneGetsTheTicket() {
    String ticket = seller.lists("The last one", 50);

    List<Integer> answers =
        Together.each(BUYERS, i -> buyers.get(i).order(ticket).status()).stream().sorted().toList();

    List<Integer> expected =
        Stream.concat(Stream.of(201), Collections.nCopies(BUYERS - 1, 409).stream()).toList();
    assertEquals(expected, answers);
  }

  @RepeatedTest(10)
  void ofACancelAndAChargeAtOnceExactlyOneSucceeds() {
    Books books = Books.of(ticketing);
    User buyer = buyers.get(0);
    String ticket = seller.lists("Yes or no", 19.99);
    String order = buyer.orders(ticket);

    List<Integer> answers =
        Together.all(
            List.of(
                () -> buyer.cancel(order).status(),
                () -> buyer.charge(order, "tok_visa").status()));

    boolean paid = answers.equals(List.of(409, 201));
    assertTrue(paid || answers.equals(List.of(200, 409)), "cancel and charge: " + answers);
    assertEquals(paid ? "complete" : "cancelled", buyer.orderOf(order).field("status"));
    assertEquals(paid ? List.of(1999L) : List.of(), books.receivedFor(order));
    Eventually.equal(0L, () -> books.heldFor(order));
    Eventually.equal(
        paid ? "sold" : "available", () -> ticketing.visitor().ticket(ticket).field("status"));
  }
}
