package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Servers end when they are told to, and when they are not. What was accepted before is finished
 * after.
 */
@SystemTest
@Order(Turn.RESTARTS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartST {

  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final Duration EVENTS_FLOW_WITHIN = Duration.ofSeconds(3);
  private static final List<Long> ONCE = List.of(1999L);

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final Books books;
  private final User seller;
  private final User buyer;

  RestartST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.books = Books.of(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @AfterEach
  void everythingRuns() {
    machinery.stack().stripe().switches().clear();
    machinery.stack().start(Part.KAFKA);
    machinery.awaitReady();
  }

  private String newOrder() {
    return buyer.orders(seller.lists("A seat", 19.99));
  }

  private CompletableFuture<Integer> chargeUnderway(String order) {
    return CompletableFuture.supplyAsync(() -> buyer.charge(order, "tok_visa").status());
  }

  private Answer chargeWithKey(String order) {
    return buyer.post(
        "/api/payments/charge",
        Map.of("token", "tok_visa", "orderId", order),
        Map.of("Idempotency-Key", "pay " + order));
  }

  private String statusOf(String order) {
    return buyer.orderOf(order).field("status");
  }

  private void awaitMoneyHeldFor(String order) {
    await().atMost(A_WHILE).until(() -> books.heldFor(order) == 1999);
  }

  @Test
  @Order(1)
  void whatIsUnderwayWhenLibertyIsKilledIsFinishedAfterItsRestart() {
    machinery.useWindow(Machinery.LONG_WINDOW);
    String waiting = newOrder();
    String paid = newOrder();
    buyer.charge(paid, "tok_visa").expect(201);
    String authorizing = newOrder();
    String capturing = newOrder();
    String freshTicket = seller.lists("Just listed", 19.99);
    machinery.stack().stripe().switches().add(Switch.on("capture").delay(4_000).limitedTo(1));
    chargeUnderway(capturing);
    awaitMoneyHeldFor(capturing);
    Eventually.equal("awaiting:payment", () -> statusOf(capturing));
    machinery.stack().stripe().switches().add(Switch.on("create").delay(4_000).limitedTo(1));
    CompletableFuture.runAsync(() -> chargeWithKey(authorizing));
    Eventually.equal(1, () -> buyer.paymentStatusesOf(authorizing).size());

    machinery.killLiberty();
    machinery.useWindow(Machinery.SHORT_WINDOW);

    for (String order : List.of(capturing, authorizing)) {
      Eventually.equal(A_WHILE, "complete", () -> statusOf(order));
      assertEquals(ONCE, books.receivedFor(order));
      assertEquals(0, books.heldFor(order));
    }
    assertEquals(List.of("captured"), buyer.paymentStatusesOf(authorizing));
    assertEquals("captured", chargeWithKey(authorizing).expect(201).field("status"));
    assertEquals(List.of("captured"), buyer.paymentStatusesOf(authorizing));
    assertEquals("complete", statusOf(paid));
    assertEquals(ONCE, books.receivedFor(paid));
    buyer.charge(waiting, "tok_visa").expect(201);
    assertEquals(ONCE, books.receivedFor(waiting));
    buyer.order(freshTicket).expect(201);
  }

  @Test
  @Order(2)
  void aBrokerThatComesLongAfterLibertyIsEnough() {
    machinery.useWindow(Machinery.SHORT_WINDOW);
    String overdue = newOrder();
    machinery.stopLiberty();
    machinery.stack().stop(Part.KAFKA);
    machinery.startLiberty();
    machinery.awaitReady();

    String ticket = seller.lists("Listed without a broker", 19.99);
    assertEquals("created", statusOf(overdue));
    machinery.stack().start(Part.KAFKA);

    Eventually.equal(A_WHILE, 201, () -> buyer.order(ticket).status());
    Eventually.equal(A_WHILE, "reserved", () -> ticketing.visitor().ticket(ticket).field("status"));
    Eventually.equal(A_WHILE, "expired", () -> statusOf(overdue));
    Eventually.equal(A_WHILE, 201, () -> buyer.charge(newOrder(), "tok_visa").status());
  }

  @Test
  @Order(3)
  void eventsFlowWithinThreeSecondsOfReadiness() {
    machinery.restartLiberty();
    long ready = System.nanoTime();

    String ticket = seller.lists("First after the restart", 19.99);
    String order = buyer.orders(ticket);
    buyer.charge(order, "tok_visa").expect(201);
    Eventually.equal("sold", () -> ticketing.visitor().ticket(ticket).field("status"));

    Duration took = Duration.ofNanos(System.nanoTime() - ready);
    System.out.printf("Listed, ordered, paid and sold %d ms after readiness%n", took.toMillis());
    assertTrue(took.compareTo(EVENTS_FLOW_WITHIN) <= 0, "took " + took);
  }
}
