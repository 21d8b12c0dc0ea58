package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import java.util.List;
import java.util.Map;

/**
 * A buyer pays an order with a key, and sends the same request again until it is answered: there is
 * one payment, which every answer names.
 */
final class PayingByKey extends Paying {

  private Keyed request;

  PayingByKey(Cast cast) {
    super(cast);
  }

  @Override
  public void prepare() {
    super.prepare();
    request =
        new Keyed(buyer(), "/api/payments/charge", Map.of("token", "tok_visa", "orderId", order()));
  }

  @Override
  public void step() {
    request.answer().expect(201);
    cast().awaitStatus(buyer(), order(), "complete");
    cast().ledger().told(buyer(), order(), "complete");
  }

  @Override
  public void goOn() {
    String payment = request.answer().expect(201).id();
    Answer again = request.answer();
    assertEquals(payment, again.expect(201).id());
    assertTrue(Keyed.isReplay(again), "the answer was not kept");
    assertEquals(List.of(payment), paymentIds());
    super.goOn();
  }

  private List<String> paymentIds() {
    return buyer()
        .get("/api/payments?orderId=" + order())
        .expect(200)
        .json()
        .findValuesAsText("id");
  }
}
