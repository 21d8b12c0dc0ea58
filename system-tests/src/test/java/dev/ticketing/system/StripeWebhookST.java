package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.StripeSandbox;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.StripeMail;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What comes as a webhook is believed when Stripe has signed it just now, and even then only that
 * there is something to ask Stripe about.
 */
@SystemTest
class StripeWebhookST {

  private static final int EVENTS = 200;
  private static final int AT_ONCE = 10;
  private static final Duration A_WHILE = Duration.ofSeconds(60);
  private static final List<String> TYPES =
      List.of(
          "payment_intent.succeeded",
          "payment_intent.amount_capturable_updated",
          "payment_intent.payment_failed",
          "payment_intent.canceled",
          "charge.refunded",
          "charge.dispute.created");

  private final Ticketing ticketing;
  private final StripeSandbox stripe;
  private final StripeMail mail;
  private final Books books;
  private final Wire sandbox;
  private final User seller;
  private final User buyer;
  private final List<String> orders = new ArrayList<>();

  StripeWebhookST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.stripe = ticketing.machinery().stack().stripe();
    this.mail = new StripeMail(ticketing);
    this.books = Books.of(ticketing);
    this.sandbox = new Wire(stripe.baseUri());
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @BeforeAll
  void somePaymentsHaveEnded() {
    for (int i = 0; i < 4; i++) {
      String paid = newOrder();
      buyer.charge(paid, "tok_visa");
      orders.add(paid);
    }
    String declined = newOrder();
    buyer.charge(declined, "tok_chargeDeclined");
    Eventually.equal(A_WHILE, "failed", () -> paymentOf(declined).path("status").asText());
    for (String paid : orders) {
      Eventually.equal(A_WHILE, "complete", () -> buyer.orderOf(paid).field("status"));
    }
    orders.add(declined);
  }

  @AfterEach
  void stripeWorksAndSendsAgain() {
    stripe.switches().clear();
    stripe.sendWebhooksTo(ticketing.uri().resolve("/api/payments/webhook"));
  }

  @AfterAll
  void hangUp() {
    sandbox.close();
  }

  @Test
  void whatStripeHasNotSignedIsRefusedAndChangesNothing() {
    Map<String, Object> before = state();
    String event = StripeMail.event("payment_intent.canceled", paymentOf(orders.get(0)));
    String good = mail.signature(Instant.now(), event);
    String forged = StripeMail.signature(Instant.now(), event, "whsec_of_somebody_else");

    List<Integer> answers =
        each(
            i ->
                switch (i % 4) {
                  case 0 -> mail.send(event, forged).statusCode();
                  case 1 -> mail.send(event.replace("evt_", "evt-"), good).statusCode();
                  case 2 -> mail.send(event, good.replace("v1=", "v0=")).statusCode();
                  default -> mail.send(event, null).statusCode();
                });

    assertEquals(Collections.nCopies(EVENTS, 400), answers);
    assertEquals(before, state());
  }

  @Test
  void whatStripeSignedLongAgoOrInTheFutureIsRefusedAndChangesNothing() {
    Map<String, Object> before = state();
    String event = StripeMail.event("payment_intent.canceled", paymentOf(orders.get(0)));

    List<Integer> answers =
        each(
            i -> {
              Duration away = Duration.ofMinutes(6 + i);
              Instant time = i % 2 == 0 ? Instant.now().minus(away) : Instant.now().plus(away);
              return mail.send(event, mail.signature(time, event)).statusCode();
            });

    assertEquals(Collections.nCopies(EVENTS, 400), answers);
    assertEquals(before, state());
  }

  @Test
  void theSameEventTwoHundredTimesIsAskedForOnceAndChangesNothing() {
    Map<String, Object> before = state();
    JsonNode payment = paymentOf(orders.get(0));
    String event = StripeMail.event("payment_intent.canceled", payment);
    long reads = readsOf(payment);

    List<Integer> answers = each(i -> mail.send(event).statusCode());

    assertEquals(Collections.nCopies(EVENTS, 200), answers);
    Eventually.equal(A_WHILE, reads + 1, () -> readsOf(payment));
    String marker = StripeMail.event("payment_intent.canceled", payment);
    assertEquals(200, mail.send(marker).statusCode());
    Eventually.equal(A_WHILE, reads + 2, () -> readsOf(payment));
    assertEquals(before, state());
  }

  @Test
  void falseNewsInAnyOrderIsAnsweredAndLooksAtStripeAndChangesNothing() {
    Map<String, Object> before = state();
    long seed = System.nanoTime();
    List<String> events = new ArrayList<>();
    Map<JsonNode, Long> reads = new HashMap<>();
    for (int i = 0; events.size() < EVENTS; i++) {
      JsonNode payment = paymentOf(orders.get(i % 4));
      reads.merge(payment, 1L, Long::sum);
      events.add(StripeMail.event(TYPES.get(2 + i % 4), payment));
    }
    reads.replaceAll((payment, count) -> count + readsOf(payment));
    Collections.shuffle(events, new Random(seed));

    List<Integer> answers = each(i -> mail.send(events.get(i)).statusCode());

    assertEquals(Collections.nCopies(EVENTS, 200), answers, "seed " + seed);
    reads.forEach(
        (payment, expected) -> Eventually.equal(A_WHILE, expected, () -> readsOf(payment)));
    assertEquals(before, state(), "seed " + seed);
  }

  @Test
  void aCaptureIsKnownThroughAWebhookWhereNoAnswerComesThrough() {
    stripe.sendWebhooksTo(URI.create("http://127.0.0.1:1/"));
    stripe.switches().add(Switch.on("capture").fail(Failure.CONNECTION_AFTER));
    String order = newOrder();
    buyer.charge(order, "tok_visa").expect(202);
    String capture = "/v1/payment_intents/" + intentOf(order) + "/capture";
    Eventually.equal(A_WHILE, true, () -> requests("POST", capture) >= 3);
    assertEquals("awaiting:payment", buyer.orderOf(order).field("status"), "without webhooks");
    assertEquals(List.of(1999L), books.receivedFor(order));

    stripe.sendWebhooksTo(ticketing.uri().resolve("/api/payments/webhook"));

    Eventually.equal(A_WHILE, "complete", () -> buyer.orderOf(order).field("status"));
    assertEquals(List.of(1999L), books.receivedFor(order));
    assertEquals(0, books.heldFor(order));
  }

  private String newOrder() {
    return buyer.orders(seller.lists("A seat", 19.99));
  }

  private String intentOf(String order) {
    return books.intentOf(order);
  }

  private JsonNode paymentOf(String order) {
    return buyer.get("/api/payments?orderId=" + order).expect(200).json().get(0);
  }

  /** What buyers and Stripe know of the orders, versions included. */
  private Map<String, Object> state() {
    Map<String, Object> state = new HashMap<>();
    for (String order : orders) {
      state.put(order, buyer.orderOf(order).expect(200).json());
      state.put(order + " paid", paymentOf(order));
      state.put(order + " received", books.receivedFor(order));
      state.put(order + " held", books.heldFor(order));
      state.put(order + " refunded", books.refundedFor(order));
    }
    return state;
  }

  private List<Integer> each(IntUnaryOperator send) {
    List<Integer> answers = new ArrayList<>();
    for (int first = 0; first < EVENTS; first += AT_ONCE) {
      int from = first;
      answers.addAll(Together.each(AT_ONCE, i -> send.applyAsInt(from + i)));
    }
    return answers;
  }

  private long readsOf(JsonNode payment) {
    return requests("GET", "/v1/payment_intents/" + payment.path("stripeId").asText());
  }

  private long requests(String method, String path) {
    JsonNode log = new Visitor(sandbox, Map.of()).get("/_sandbox/requests").expect(200).json();
    return StreamSupport.stream(log.spliterator(), false)
        .filter(entry -> entry.path("method").asText().equals(method))
        .filter(entry -> entry.path("path").asText().equals(path))
        .count();
  }
}
