package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** With a window of five seconds: what is not paid by then goes to the next buyer. */
@SystemTest
@Order(Turn.SHORT_WINDOW)
class ExpiryST {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final Books books;
  private final User seller;
  private final User buyer;
  private final User next;

  ExpiryST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    machinery.useWindow(Machinery.SHORT_WINDOW);
    this.books = Books.of(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
    this.next = ticketing.newUser();
  }

  @AfterEach
  void stripeWorksAgain() {
    machinery.stack().stripe().switches().clear();
  }

  private static Instant deadlineOf(Answer order) {
    return Instant.parse(order.expect(201).field("expiresAt"));
  }

  private static void waitUntil(Instant time) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !Instant.now().isBefore(time));
  }

  @Test
  void anotherBuyerGetsTheTicketWithinASecondOfTheDeadlineAndNotBefore() {
    String ticket = seller.lists("Next, please", 19.99);
    Answer order = buyer.order(ticket);
    Instant deadline = deadlineOf(order);

    AtomicReference<Instant> taken = new AtomicReference<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              int status = next.order(ticket).status();
              taken.set(Instant.now());
              return status == 201;
            });

    assertTrue(!taken.get().isBefore(deadline), taken + " is before " + deadline);
    Duration late = Duration.between(deadline, taken.get());
    assertTrue(late.compareTo(A_SECOND) <= 0, "late by " + late);
    Eventually.equal("expired", () -> buyer.orderOf(order.id()).field("status"));
  }

  @Test
  void theClockReleasesATicketThatNobodyElseAsksFor() {
    String ticket = seller.lists("Nobody's", 19.99);
    Answer order = buyer.order(ticket);
    Eventually.equal("reserved", () -> ticketing.visitor().ticket(ticket).field("status"));

    waitUntil(deadlineOf(order));

    Eventually.equal(
        A_SECOND.multipliedBy(2),
        "available",
        () -> ticketing.visitor().ticket(ticket).field("status"));
    Eventually.equal("expired", () -> buyer.orderOf(order.id()).field("status"));
  }

  @Test
  void aChargeAfterTheDeadlineIsRefusedAndNothingIsTaken() {
    Answer order = buyer.order(seller.lists("Too late", 19.99));

    waitUntil(deadlineOf(order));

    buyer.charge(order.id(), "tok_visa").expect(409);
    Eventually.equal("expired", () -> buyer.orderOf(order.id()).field("status"));
    buyer.charge(order.id(), "tok_visa").expect(409);
    assertEquals(List.of(), books.receivedFor(order.id()));
    assertEquals(0, books.heldFor(order.id()));
  }

  @Test
  void aChargeThatStripeAnswersAfterTheDeadlineIsLetGo() {
    Answer order = buyer.order(seller.lists("Slow bank", 19.99));
    machinery.stack().stripe().switches().add(Switch.on("create").delay(7_000).limitedTo(1));

    int status = buyer.charge(order.id(), "tok_visa").status();

    assertTrue(status == 202 || status == 409, "answered " + status);
    Eventually.equal("expired", () -> buyer.orderOf(order.id()).field("status"));
    Eventually.equal(List.of("cancelled"), () -> buyer.paymentStatusesOf(order.id()));
    assertEquals(List.of(), books.receivedFor(order.id()));
    assertEquals(0, books.heldFor(order.id()));
  }

  @Test
  void anOrderWhosePaymentIsBeingTakenAtTheDeadlineStaysItsBuyers() {
    String ticket = seller.lists("Just in time", 19.99);
    Answer order = buyer.order(ticket);
    Instant deadline = deadlineOf(order);
    machinery.stack().stripe().switches().add(Switch.on("capture").delay(6_500).limitedTo(1));

    List<Integer> answers =
        Together.all(
            List.of(
                () -> buyer.charge(order.id(), "tok_visa").status(),
                () -> {
                  waitUntil(deadline);
                  return next.order(ticket).status();
                }));

    assertEquals(List.of(202, 409), answers);
    Eventually.equal("complete", () -> buyer.orderOf(order.id()).field("status"));
    assertEquals(List.of(1999L), books.receivedFor(order.id()));
    next.order(ticket).expect(409);
  }

  @Test
  void theTimeThatIsLeftCountsDownToZero() {
    String order = buyer.orders(seller.lists("Countdown", 19.99));
    String path = "/api/expiration/" + order;

    JsonNode first = buyer.get(path).expect(200).json();
    assertEquals(order, first.path("orderId").asText());
    assertEquals("created", first.path("status").asText());
    assertEquals(buyer.orderOf(order).field("expiresAt"), first.path("expiresAt").asText());
    long begin = first.path("remainingSeconds").asLong();
    assertTrue(begin >= 1 && begin <= 5, "begins with " + begin);
    Eventually.equal(begin - 1, () -> buyer.get(path).json().path("remainingSeconds").asLong());
    Eventually.equal(0L, () -> buyer.get(path).json().path("remainingSeconds").asLong());
    Eventually.equal("expired", () -> buyer.get(path).field("status"));
  }
}
