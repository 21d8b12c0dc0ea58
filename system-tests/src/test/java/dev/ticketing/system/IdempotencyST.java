package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client that does not know whether its request has arrived sends it again with the same key. The
 * controls are the same requests without a key. {@code -Drounds} races more often.
 */
@SystemTest
class IdempotencyST {

  private static final int AT_ONCE = 50;
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
  private static final String ORDERS = "/api/orders";
  private static final String CHARGE = "/api/payments/charge";
  private static final String REPLAYED = "Idempotency-Replayed";

  private final Ticketing ticketing;
  private final User seller;
  private final User buyer;
  private String key;

  IdempotencyST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @BeforeEach
  void aNewKey() {
    key = UUID.randomUUID().toString();
  }

  @AfterEach
  void stripeWorksAgain() {
    if (ticketing.isOurs()) {
      ticketing.machinery().stack().stripe().switches().clear();
    }
  }

  private static Map<String, String> with(String key) {
    return Map.of("Idempotency-Key", key);
  }

  private String newTicket() {
    return seller.lists("Only once", 19.99);
  }

  private static Map<String, String> ordering(String ticket) {
    return Map.of("ticketId", ticket);
  }

  private static Map<String, String> paying(String order, String card) {
    return Map.of("token", card, "orderId", order);
  }

  private List<Answer> atOnce(String path, Object body, Map<String, String> headers) {
    return Together.each(AT_ONCE, i -> buyer.post(path, body, headers));
  }

  private long ordersOf(String ticket) {
    JsonNode orders = buyer.get("/api/orders?limit=100").expect(200).json();
    return orders.findValues("ticket").stream()
        .filter(found -> found.path("id").asText().equals(ticket))
        .count();
  }

  /** Asks until the request is answered for good, which a slow machine may put off. */
  private Answer settled(String path, Object body) {
    return await()
        .atMost(SETTLED_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> buyer.post(path, body, with(key)), answer -> !isOpen(answer));
  }

  private static boolean isOpen(Answer answer) {
    return answer.status() == 202 || answer.status() == 409 && answer.text().contains("underway");
  }

  /** Of those who came at once, some got the one answer and the others were told to wait. */
  private static void assertOneAnswer(int status, List<Answer> answers, Answer again) {
    List<Answer> done = answers.stream().filter(answer -> !isOpen(answer)).toList();
    assertEquals(status, again.status(), again.text());
    done.forEach(answer -> assertEquals(status, answer.status(), answer.text()));
    done.forEach(answer -> assertEquals(again.text(), answer.text()));
    assertTrue(done.stream().filter(answer -> answer.header(REPLAYED) == null).count() <= 1);
  }

  private static String statuses(List<Answer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()))
        .toString();
  }

  @Test
  void fiftyOrdersWithOneKeyAreOneOrder() {
    for (int round = 1; round <= ROUNDS; round++) {
      aNewKey();
      String ticket = newTicket();

      List<Answer> answers = atOnce(ORDERS, ordering(ticket), with(key));
      Answer again = settled(ORDERS, ordering(ticket));

      assertOneAnswer(201, answers, again);
      assertEquals("true", again.header(REPLAYED));
      assertEquals(ORDERS + "/" + again.id(), pathOf(again.header("Location")));
      assertEquals(1, ordersOf(ticket));
      System.out.printf("Round %d, 50 orders with one key: %s%n", round, statuses(answers));
    }
  }

  private static String pathOf(String location) {
    return URI.create(location).getPath();
  }

  @Test
  void fiftyOrdersWithoutAKeyAreRefusedButOne() {
    String ticket = newTicket();

    List<Answer> answers = atOnce(ORDERS, ordering(ticket), Map.of());

    assertEquals("{201=1, 409=" + (AT_ONCE - 1) + "}", statuses(answers));
    buyer.order(ticket).expect(409);
    System.out.printf("50 orders without a key: %s, and refused again%n", statuses(answers));
  }

  @Test
  void fiftyChargesWithOneKeyAreOnePayment() {
    for (int round = 1; round <= ROUNDS; round++) {
      aNewKey();
      String order = buyer.orders(newTicket());

      List<Answer> answers = atOnce(CHARGE, paying(order, "tok_visa"), with(key));
      Answer again = settled(CHARGE, paying(order, "tok_visa"));

      assertOneAnswer(201, answers, again);
      assertEquals(List.of("captured"), buyer.paymentStatusesOf(order));
      if (ticketing.isOurs()) {
        assertEquals(List.of(1999L), Books.of(ticketing).receivedFor(order));
      }
      System.out.printf("Round %d, 50 charges with one key: %s%n", round, statuses(answers));
    }
  }

  @Test
  void fiftyChargesOfADeclinedCardWithOneKeyAreOneAttempt() {
    String order = buyer.orders(newTicket());

    List<Answer> answers = atOnce(CHARGE, paying(order, "tok_chargeDeclined"), with(key));

    assertOneAnswer(402, answers, settled(CHARGE, paying(order, "tok_chargeDeclined")));
    assertEquals(1, buyer.paymentStatusesOf(order).size());
  }

  @Test
  void chargesOfADeclinedCardWithoutAKeyAreAsManyAttempts() {
    String order = buyer.orders(newTicket());

    for (int attempt = 1; attempt <= 3; attempt++) {
      buyer.charge(order, "tok_chargeDeclined");
      Eventually.equal(
          SETTLED_WITHIN,
          Collections.nCopies(attempt, "failed"),
          () -> buyer.paymentStatusesOf(order));
    }
  }

  @Test
  void aKeyBelongsToOneRequest() {
    String ticket = newTicket();
    buyer.post(ORDERS, ordering(ticket), with(key)).expect(201);

    Answer other = buyer.post(ORDERS, ordering(newTicket()), with(key)).expect(422);

    assertFalse(other.json().path("errors").isEmpty(), other.text());
    assertNull(other.header(REPLAYED));
    assertEquals(1, ordersOf(ticket));
  }

  @Test
  void anotherUsersSameKeyIsAnotherKey() {
    String ticket = newTicket();
    buyer.post(ORDERS, ordering(ticket), with(key)).expect(201);
    User other = ticketing.newUser();

    Answer refused = other.post(ORDERS, ordering(ticket), with(key)).expect(409);
    Answer placed = other.post(ORDERS, ordering(newTicket()), with(key + "2")).expect(201);

    assertNull(refused.header(REPLAYED));
    assertNull(placed.header(REPLAYED));
  }

  @Test
  void quotesAndAliasesMakeNoDifference() {
    String ticket = newTicket();
    Answer first = buyer.post(ORDERS, ordering(ticket), with(key)).expect(201);

    Answer second = buyer.post(ORDERS + "/new", ordering(ticket), with('"' + key + '"'));

    assertEquals(first.text(), second.expect(201).text());
    assertEquals("true", second.header(REPLAYED));
  }

  @Test
  void theAnswerStaysAsItWasWhenTheOrderChanges() {
    String ticket = newTicket();
    Answer order = buyer.post(ORDERS, ordering(ticket), with(key)).expect(201);
    buyer.cancel(order.id()).expect(200);

    Answer again = buyer.post(ORDERS, ordering(ticket), with(key)).expect(201);

    assertEquals(order.text(), again.text());
    assertEquals("cancelled", buyer.orderOf(order.id()).field("status"));
  }

  @Test
  void aRefusalThatWasDecidedStays() {
    String ticket = newTicket();
    User first = ticketing.newUser();
    String order = first.orders(ticket);
    buyer.post(ORDERS, ordering(ticket), with(key)).expect(409);
    first.cancel(order).expect(200);

    Answer again = buyer.post(ORDERS, ordering(ticket), with(key)).expect(409);

    assertEquals("true", again.header(REPLAYED));
    buyer.post(ORDERS, ordering(ticket), with(key + "2")).expect(201);
  }

  @Test
  void aBodyThatWasRefusedUnreadLeavesTheKeyFree() {
    buyer.post(ORDERS, Map.of("ticketId", "none"), with(key)).expect(400);
    buyer.post(ORDERS, new HashMap<>(), with(key)).expect(400);

    buyer.post(ORDERS, ordering(newTicket()), with(key)).expect(201);
  }

  @Test
  void anAnswerThatSaysHowItStandsIsNotKept() {
    Books books = Books.of(ticketing);
    String order = buyer.orders(newTicket());
    ticketing
        .machinery()
        .stack()
        .stripe()
        .switches()
        .add(Switch.on("create").delay(6_000).limitedTo(1));

    buyer.post(CHARGE, paying(order, "tok_visa"), with(key)).expect(202);

    assertEquals(201, settled(CHARGE, paying(order, "tok_visa")).status());
    assertEquals(List.of("captured"), buyer.paymentStatusesOf(order));
    assertEquals(List.of(1999L), books.receivedFor(order));
    Answer replay = buyer.post(CHARGE, paying(order, "tok_visa"), with(key)).expect(201);
    assertEquals("true", replay.header(REPLAYED));
  }
}
