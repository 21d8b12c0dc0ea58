package dev.ticketing.payments.container;

import static dev.ticketing.testing.container.Answers.assertRefused;
import static dev.ticketing.testing.container.Answers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.DeadLetters;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A charge between Stripe and what orders says over the broker; the tests play orders. */
@ExtendWith(ArquillianExtension.class)
class ChargeIT {

  private static final String BUYER = Identifier.next();

  private final String orderId = Identifier.next();

  @Deployment(testable = false)
  static EnterpriseArchive payments() {
    return PaymentsEar.build();
  }

  @BeforeEach
  void anOrderIsPlaced() {
    Events.put(new OrderEvent.OrderCreated(order(null)), orderId, 0);
  }

  @Test
  void moneyIsTakenOnceOrdersAwaitsThePayment() {
    CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(this::charge);
    String paymentId = awaitPayment("AUTHORIZED");
    assertEquals("requires_capture", Stripe.statusOf(intentOf(paymentId)));
    Events.put(new OrderEvent.OrderAwaitingPayment(order(paymentId)), orderId, 1);
    Events.put(new OrderEvent.OrderAwaitingPayment(order(paymentId)), orderId, 1);
    awaitPayment("CAPTURED");
    Events.put(new OrderEvent.OrderCompleted(order(paymentId)), orderId, 2);
    int status = answer.join().statusCode();
    assertEquals(2, status / 100, answer.join().body());
    assertEquals("succeeded", Stripe.statusOf(intentOf(paymentId)));
    assertEquals(1999, Stripe.capturedOf(intentOf(paymentId)));
    Patiently.await().until(() -> told(paymentId).contains(EventType.ChargeCreated));
    assertRefused(409, charge());
  }

  @Test
  void theMoneyOfAnOrderThatHasEndedIsLetGo() {
    CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(this::charge);
    String paymentId = awaitPayment("AUTHORIZED");
    Events.put(new OrderEvent.OrderExpired(order(null)), orderId, 1);
    awaitPayment("CANCELLED");
    assertEquals("canceled", Stripe.statusOf(intentOf(paymentId)));
    assertEquals(0, Stripe.capturedOf(intentOf(paymentId)));
    answer.join();
    assertRefused(409, charge());
  }

  @Test
  void aDeclinedCardLeavesTheOrderPayable() {
    assertRefused(402, charge("tok_chargeDeclined"));
    CompletableFuture.supplyAsync(this::charge);
    awaitPayment("AUTHORIZED");
  }

  @Test
  void anOlderEventDoesNotOpenAnOrderAgain() {
    Events.put(new OrderEvent.OrderCancelled(order(null)), orderId, 1);
    Events.put(new OrderEvent.OrderCreated(order(null)), orderId, 0);
    DeadLetters.expectMalformed(Topic.ORDERS, orderId, "after both");
    assertRefused(409, charge());
  }

  @Test
  void whatIsNoEventIsPutAsideAndTheNextEventIsApplied() {
    String good = Events.json(new OrderEvent.OrderCancelled(order(null)), orderId, 1);
    DeadLetters.expectMalformed(Topic.ORDERS, orderId, good.substring(1));
    DeadLetters.expectMalformed(Topic.ORDERS, orderId, good.replace("\"hold\"", "\"held\""));
    Events.put(new OrderEvent.OrderCancelled(order(null)), orderId, 1);
    Patiently.await()
        .until(
            () ->
                Documents.find("payments", "orders", orderId)
                    .filter(order -> "CANCELLED".equals(order.getString("status")))
                    .isPresent());
  }

  @Test
  void anotherBuyersOrderCanNeitherBePaidNorItsPaymentSeen() {
    CompletableFuture.supplyAsync(this::charge);
    String path = "/api/payments/" + awaitPayment("AUTHORIZED");
    String body = "{\"token\":\"tok_visa\",\"orderId\":\"" + orderId + "\"}";
    assertRefused(403, Api.as(Identifier.next()).post("/api/payments/charge", body));
    assertRefused(403, Api.as(Identifier.next()).get(path));
    expect(200, Api.as(BUYER).get(path));
  }

  private HttpResponse<String> charge() {
    return charge("tok_visa");
  }

  private HttpResponse<String> charge(String token) {
    String body = "{\"token\":\"%s\",\"orderId\":\"%s\"}".formatted(token, orderId);
    return Api.as(BUYER).post("/api/payments/charge", body);
  }

  private String awaitPayment(String status) {
    Document wanted = new Document("orderId", orderId).append("status", status);
    Patiently.await().until(() -> Documents.of("payments", "payments").countDocuments(wanted) == 1);
    return Documents.of("payments", "payments").find(wanted).first().getString("_id");
  }

  private static String intentOf(String paymentId) {
    return Documents.find("payments", "payments", paymentId).orElseThrow().getString("stripeId");
  }

  private static List<EventType> told(String paymentId) {
    return Events.published(Topic.PAYMENTS, paymentId).stream()
        .<EventType>map(Envelope::type)
        .toList();
  }

  private OrderEvent.Order order(String paymentId) {
    return new OrderEvent.Order(
        orderId,
        BUYER,
        "00000000000000000000000a",
        "Title",
        "00000000000000000000000b",
        new Money(1999, "usd"),
        Instant.now().plusSeconds(900),
        1,
        paymentId);
  }
}
