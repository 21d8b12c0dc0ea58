package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Rounds;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Many who want the same thing at once: one gets it, and all others are told that they do not. The
 * control, the same race without the compare-and-set, is with the locks of the orders domain.
 */
@SystemTest
class RaceST {

  private static final int BUYERS = 200;
  private static final int ROUNDS = Rounds.orInCi(40);

  private final Ticketing ticketing;
  private final User seller;
  private final List<User> buyers;

  RaceST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyers = ticketing.crowd(BUYERS);
  }

  @Test
  void ofTwoHundredBuyersAtOnceExactlyOneGetsTheTicket() {
    Map<Integer, Integer> expected = Map.of(201, 1, 409, BUYERS - 1);
    long begin = System.nanoTime();

    for (int round = 1; round <= ROUNDS; round++) {
      String ticket = seller.lists("The last one", 50);
      firstComesThisFar(ticket);

      Map<Integer, Integer> answers = new TreeMap<>();
      Together.each(BUYERS, i -> buyers.get(i).order(ticket).status())
          .forEach(status -> answers.merge(status, 1, Integer::sum));

      assertEquals(expected, answers, "round " + round);
    }

    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    System.out.printf("%d buyers for one ticket, rounds: %d, in %d ms%n", BUYERS, ROUNDS, millis);
  }

  /** Orders know the ticket from here on; whoever comes before that waits, in small numbers. */
  private void firstComesThisFar(String ticket) {
    buyers.get(0).cancel(buyers.get(0).orders(ticket)).expect(200);
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
