package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.devstack.stripe.Switches;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the card, the bank or the line to Stripe does, the money is taken once or not at all.
 */
@SystemTest
class DeclineST {

  private static final List<Long> ONCE = List.of(1999L);

  private final Switches switches;
  private final Books books;
  private final User seller;
  private final User buyer;

  DeclineST(Ticketing ticketing) {
    this.switches = ticketing.machinery().stack().stripe().switches();
    this.books = Books.of(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @AfterEach
  void stripeWorksAgain() {
    switches.clear();
  }

  private String newOrder() {
    return buyer.orders(seller.lists("A seat", 19.99));
  }

  private String statusOf(String order) {
    return buyer.orderOf(order).field("status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tok_chargeDeclined",
        "tok_chargeDeclinedInsufficientFunds",
        "pm_card_visa_chargeDeclined"
      })
  void aDeclinedCardLeavesTheOrderPayableWithAnother(String card) {
    String order = newOrder();

    Answer declined = buyer.charge(order, card).expect(402);

    assertTrue(!declined.json().at("/errors/0/message").asText().isBlank(), declined.text());
    assertEquals("created", statusOf(order));
    buyer.charge(order, "tok_visa").expect(201);
    assertEquals(ONCE, books.receivedFor(order));
  }

  @Test
  void aCompleteOrderIsNotChargedAgain() {
    String order = newOrder();
    buyer.charge(order, "tok_visa").expect(201);

    buyer.charge(order, "tok_visa").expect(409);
    buyer.charge(order, "tok_mastercard").expect(409);

    assertEquals(ONCE, books.receivedFor(order));
    assertEquals(0, books.heldFor(order));
  }

  @Test
  void threeConcurrentChargesCaptureOnce() {
    String order = newOrder();

    List<Integer> answers =
        Together.each(3, i -> buyer.charge(order, "tok_visa").status()).stream().sorted().toList();

    assertEquals(List.of(201, 409, 409), answers);
    assertEquals("complete", statusOf(order));
    assertEquals(ONCE, books.receivedFor(order));
    assertEquals(0, books.heldFor(order));
  }

  @Test
  void anAuthorisationThatCannotBeCapturedGivesTheOrderBackToBePaidAnew() {
    String order = newOrder();
    switches.add(Switch.on("capture").fail(Failure.CARD_DECLINED).limitedTo(1));

    buyer.charge(order, "tok_visa").expect(402);

    Eventually.equal("created", () -> statusOf(order));
    Eventually.equal(201, () -> buyer.charge(order, "tok_visa").status());
    assertEquals("complete", statusOf(order));
    assertEquals(ONCE, books.receivedFor(order));
    assertEquals(0, books.heldFor(order));
  }

  @Test
  void aChargeThatHangsAtStripeIsAcceptedAndCompletesLater() {
    String order = newOrder();
    switches.add(Switch.on("create").delay(6_000).limitedTo(1));

    Answer accepted = buyer.charge(order, "tok_visa").expect(202);

    assertEquals(accepted.id(), buyer.get(accepted.header("Location")).expect(200).id());
    Eventually.equal("complete", () -> statusOf(order));
    assertEquals("captured", buyer.get(accepted.header("Location")).field("status"));
    assertEquals(ONCE, books.receivedFor(order));
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "capture"})
  void aConnectionThatBreaksAfterStripeHasActedChargesOnce(String operation) {
    String order = newOrder();
    switches.add(Switch.on(operation).fail(Failure.CONNECTION_AFTER).limitedTo(1));

    int status = buyer.charge(order, "tok_visa").status();

    assertTrue(status == 201 || status == 202, "answered " + status);
    Eventually.equal("complete", () -> statusOf(order));
    assertEquals(ONCE, books.receivedFor(order));
    assertEquals(0, books.heldFor(order));
  }

  @Test
  void anUnknownTokenIsTheClientsMistakeAndNamesTheField() {
    String order = newOrder();

    Answer refused = buyer.charge(order, "tok_nobodyknows").expect(400);

    assertEquals("token", refused.json().at("/errors/0/field").asText());
    assertEquals("created", statusOf(order));
    assertEquals(List.of(), books.receivedFor(order));
  }
}
