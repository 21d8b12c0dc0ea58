package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.Part;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.PartProcess;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people are told while the document store is away, or there but silent. */
@SystemTest
@Order(Turn.OUTAGES)
class StoreOutageST {

  private static final Duration A_WHILE = Duration.ofMinutes(2);

  /** Far less than a client waits, and far more than the server takes on a quiet machine. */
  private static final Duration NO_HANG = Duration.ofSeconds(25);

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final User seller;
  private final User buyer;

  StoreOutageST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @Test
  void whileTheStoreIsAwayEverybodyIsAskedToComeAgainAndThenServed() {
    try (PartProcess store = PartProcess.inPlaceOf(Part.STORE, machinery.stack())) {
      Map<String, Supplier<Answer>> requests = requests();
      store.kill();

      refuseAll("away", requests);
      Eventually.equal(A_WHILE, 503, () -> ticketing.visitor().get("/health/ready").status());

      store.start();
      allIsWell();
    }
    allIsWell();
  }

  @Test
  void whileTheStoreIsSilentEverybodyIsAskedToComeAgainAndThenServed() {
    try (PartProcess store = PartProcess.inPlaceOf(Part.STORE, machinery.stack())) {
      Map<String, Supplier<Answer>> requests = requests();
      store.freeze();

      refuseAll("silent", requests);

      store.thaw();
      allIsWell();
    }
  }

  /** Whatever needs the store, by a name for the report. */
  private Map<String, Supplier<Answer>> requests() {
    Eventually.equal(A_WHILE, 200, () -> ticketing.visitor().get("/health/ready").status());
    String ticket = seller.lists("A seat", 19.99);
    String order = buyer.orders(ticket);
    Eventually.equal(200, () -> buyer.get("/api/expiration/" + order).status());
    Map<String, Supplier<Answer>> requests = new LinkedHashMap<>();
    requests.put("list", () -> seller.listTicket("Another", 19.99));
    requests.put("look", () -> ticketing.visitor().ticket(ticket));
    requests.put("search", () -> ticketing.visitor().get("/api/tickets"));
    requests.put("order", () -> buyer.order(ticket));
    requests.put("orders", () -> buyer.get("/api/orders"));
    requests.put("cancel", () -> buyer.cancel(order));
    requests.put("charge", () -> buyer.charge(order, "tok_visa"));
    requests.put("payments", () -> buyer.get("/api/payments"));
    requests.put("deadline", () -> buyer.get("/api/expiration/" + order));
    requests.put(
        "sign in",
        () ->
            ticketing
                .visitor()
                .post(
                    "/api/users/signin",
                    Map.of("email", buyer.email(), "password", User.PASSWORD)));
    return requests;
  }

  private void refuseAll(String how, Map<String, Supplier<Answer>> requests) {
    Map<String, Long> millis = new TreeMap<>();
    List<Callable<Answer>> calls = new ArrayList<>();
    requests.forEach((name, request) -> calls.add(() -> timed(name, request, millis)));
    List<Answer> answers = Together.all(calls);
    System.out.printf("Store %s, milliseconds until the 503: %s%n", how, millis);
    List<String> names = List.copyOf(requests.keySet());
    for (int i = 0; i < names.size(); i++) {
      assertRefusal(names.get(i), answers.get(i));
    }
    long longest = millis.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    assertTrue(longest < NO_HANG.toMillis(), () -> "took too long: " + millis);
  }

  private static Answer timed(String name, Supplier<Answer> request, Map<String, Long> millis) {
    long begin = System.nanoTime();
    Answer answer = request.get();
    synchronized (millis) {
      millis.put(name, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
    return answer;
  }

  private static void assertRefusal(String name, Answer answer) {
    assertEquals(503, answer.status(), () -> name + ": " + answer.text());
    String message = answer.json().path("errors").path(0).path("message").asText();
    assertFalse(message.isBlank(), () -> name + ": " + answer.text());
    assertFalse(answer.text().contains("xception"), () -> name + ": " + answer.text());
  }

  private void allIsWell() {
    Eventually.equal(A_WHILE, 200, () -> ticketing.visitor().get("/health/ready").status());
    String order = buyer.orders(seller.lists("After the outage", 19.99));
    Eventually.equal(A_WHILE, 201, () -> buyer.charge(order, "tok_visa").status());
  }
}
