package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.client.OneShot;
import dev.ticketing.system.client.OneShot.End;
import dev.ticketing.system.client.OneShot.Outcome;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Databases;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.Rounds;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Topics;
import dev.ticketing.system.running.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A server that is told to stop answers the requests it has begun, and leaves its consumer groups.
 * What it has answered is there after the next start; a connection that it did not take any more
 * has left no trace.
 */
@SystemTest
@Order(Turn.OUTAGES)
class GracefulStopST {

  private static final int ROUNDS = Rounds.orInCi(1);
  private static final int CLIENTS = 8;
  private static final int KILLED = 137;
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final Topics topics;
  private final User seller;
  private final User buyer;
  private final AtomicInteger titles = new AtomicInteger();

  GracefulStopST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.topics = new Topics(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @AfterEach
  void stripeIsFastAgain() {
    topics.close();
    machinery.stack().stripe().switches().clear();
  }

  @Test
  void whatIsBegunIsAnsweredAndWhatIsAnsweredIsThereAfterTheNextStart() {
    for (int round = 1; round <= ROUNDS; round++) {
      stopUnderLoad(round);
    }
  }

  private void stopUnderLoad(int round) {
    String order = buyer.orders(seller.lists("Slow to pay", 19.99));
    machinery.stack().stripe().switches().add(Switch.on("create").delay(3_000).limitedTo(1));
    CompletableFuture<Outcome> charge =
        CompletableFuture.supplyAsync(
            () ->
                post("/api/payments/charge", buyer, Map.of("token", "tok_visa", "orderId", order)));
    Map<String, Outcome> listings = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> CompletableFuture.runAsync(() -> listUntilRefused(listings)))
            .toList();
    Eventually.equal(1, () -> buyer.paymentStatusesOf(order).size());

    long begin = System.nanoTime();
    int exit = machinery.stopLiberty();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    Map<String, Integer> members = topics.members();
    clients.forEach(CompletableFuture::join);
    Set<String> stored = storedTitles();
    List<String> errors = errorsInLog();
    machinery.startLiberty();
    machinery.awaitReady();

    assertNotEquals(KILLED, exit, "ended by force after " + took);
    assertEquals(Set.of(0), Set.copyOf(members.values()), members.toString());
    assertEquals(List.of(), errors);
    assertTrue(Set.of(201, 202).contains(charge.join().status()), charge.join().toString());
    Map<String, Outcome> answered = with(End.ANSWERED, listings);
    answered.values().forEach(answer -> assertEquals(201, answer.status(), answer.text()));
    assertEquals(Set.of(), without(stored, answered.keySet()), "answered, but lost");
    Set<String> broken = with(End.BROKEN, listings).keySet();
    broken.forEach(title -> assertFalse(stored.contains(title), "begun, but not answered"));
    Eventually.equal(A_WHILE, "complete", () -> buyer.orderOf(order).field("status"));
    assertEquals(List.of(1999L), Books.of(ticketing).receivedFor(order));
    System.out.printf(
        "Stop %d under load: %d requests answered, %d connections not taken, the slow charge %d,"
            + " ended after %d ms%n",
        round, answered.size(), broken.size(), charge.join().status(), took.toMillis());
  }

  private void listUntilRefused(Map<String, Outcome> listings) {
    while (true) {
      String title = "Seat " + titles.incrementAndGet();
      Outcome outcome = post("/api/tickets", seller, Map.of("title", title, "price", 19.99));
      if (outcome.end() == End.REFUSED) {
        return;
      }
      listings.put(title, outcome);
    }
  }

  private Outcome post(String path, User user, Object body) {
    return OneShot.post(ticketing.uri(), path, user.token(), body);
  }

  private Set<String> storedTitles() {
    return Databases.now(ticketing).documents().entrySet().stream()
        .filter(document -> document.getKey().startsWith("tickets/tickets/"))
        .map(document -> document.getValue().getString("title"))
        .collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> stored, Set<String> expected) {
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(stored);
    return missing;
  }

  private static Map<String, Outcome> with(End end, Map<String, Outcome> outcomes) {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getValue().end() == end)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Lines of errors since the server was told to stop. */
  private List<String> errorsInLog() {
    try {
      return Files.readAllLines(machinery.logFile()).stream()
          .dropWhile(line -> !line.contains("CWWKE0085I") && !line.contains("CWWKE0055I"))
          .filter(line -> line.matches("\\[[^]]*] \\w+ \\S+ +E .*"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError("No log", e);
    }
  }
}
