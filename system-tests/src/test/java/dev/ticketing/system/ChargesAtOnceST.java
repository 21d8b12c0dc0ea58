package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many buyers who pay at once, each for another order, are each told of their own payment. */
@SystemTest
class ChargesAtOnceST {

  private static final int BUYERS = 8;
  private static final int ROUNDS = 12;
  private static final Set<Integer> PAID_OR_UNDERWAY = Set.of(201, 202);

  private final User seller;
  private final List<User> buyers;

  ChargesAtOnceST(Ticketing ticketing) {
    this.seller = ticketing.newUser();
    this.buyers = ticketing.crowd(BUYERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/payments/charge", "/api/payment"})
  void everyAnswerIsWholeAndOfTheRightPayment(String path) {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> orders =
          Together.each(BUYERS, i -> buyers.get(i).orders(seller.lists("A seat", 19.99)));

      List<Answer> answers =
          Together.each(
              BUYERS,
              i -> buyers.get(i).post(path, Map.of("token", "tok_visa", "orderId", orders.get(i))));

      for (int i = 0; i < BUYERS; i++) {
        Answer answer = answers.get(i);
        assertTrue(PAID_OR_UNDERWAY.contains(answer.status()), "status " + answer.status());
        assertEquals(orders.get(i), answer.field("orderId"));
      }
    }
  }
}
