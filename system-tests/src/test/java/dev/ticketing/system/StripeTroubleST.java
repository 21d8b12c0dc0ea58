package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.devstack.stripe.Switches;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Stripe answers slowly, with errors, or not at all though it has done the work. With {@code
 * -Dcharges=200} there are that many charges, and orders whose time runs out meanwhile.
 */
@SystemTest
@Order(Turn.OUTAGES)
class StripeTroubleST {

  private static final int CHARGES = Integer.getInteger("charges", 16);
  private static final boolean LONG = CHARGES >= 100;
  private static final int AT_ONCE = 8;
  private static final Duration WINDOW = Duration.ofSeconds(LONG ? 30 : 900);
  private static final Duration MOST_AFTER_THE_WINDOW = Duration.ofSeconds(90);
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final Set<String> ENDED = Set.of("complete", "expired");

  private record Attempt(String order, int answer, long orderedAt) {}

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final Books books;
  private final User seller;
  private final List<User> buyers;

  StripeTroubleST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.books = Books.of(ticketing);
    this.seller = ticketing.newUser();
    this.buyers = Stream.generate(ticketing::newUser).limit(AT_ONCE).toList();
  }

  @AfterEach
  void stripeWorksAgain() {
    switches().clear();
  }

  @Test
  void whateverStripeAnswersEachOrderIsPaidOnceOrNotAtAll() {
    if (LONG) {
      machinery.useWindow(WINDOW);
    }
    int troubles = makeTrouble();
    List<Attempt> attempts = new ArrayList<>();
    Map<String, Duration> lives = new TreeMap<>();
    while (attempts.size() < CHARGES) {
      attempts.addAll(Together.each(AT_ONCE, i -> attempt(buyers.get(i))));
      noteEnds(attempts, lives);
    }

    awaitEnds(attempts, lives);

    int met = troubles - troublesLeft();
    Map<String, Long> ends = new TreeMap<>();
    for (int i = 0; i < attempts.size(); i++) {
      String order = attempts.get(i).order();
      String end = statusOf(i, order);
      ends.merge(end, 1L, Long::sum);
      assertEquals(end.equals("complete") ? List.of(1999L) : List.of(), books.receivedFor(order));
      assertEquals(0, books.refundedFor(order), "given back for order " + order);
      Eventually.equal(Duration.ofMinutes(2), 0L, () -> books.heldFor(order));
    }
    Duration longest = lives.values().stream().max(Duration::compareTo).orElseThrow();
    System.out.printf(
        "%d charges, %d troubles met: answers %s, orders %s, longest from order to end %d s%n",
        attempts.size(), met, counts(attempts), ends, longest.toSeconds());
    assertTrue(met > CHARGES / 3, met + " troubles met");
    assertTrue(longest.compareTo(WINDOW.plus(MOST_AFTER_THE_WINDOW)) < 0, "took " + longest);
  }

  /** Half of the calls for setting money aside and for taking it go wrong, each another way. */
  private int makeTrouble() {
    List<Function<Switch, Switch>> ways =
        new ArrayList<>(
            List.of(
                call -> call.delay(3_000),
                call -> call.fail(Failure.BEFORE),
                call -> call.fail(Failure.CONNECTION_AFTER),
                call -> call.fail(Failure.AFTER),
                call -> call.fail(Failure.AFTER_REMEMBERED),
                call -> call.fail(Failure.CONNECTION)));
    if (LONG) {
      ways.add(call -> call.delay(9_500));
      ways.add(call -> call.fail(Failure.BEFORE_REMEMBERED));
    }
    for (int i = 0; i < CHARGES / 2; i++) {
      for (String operation : List.of("create", "capture")) {
        switches().add(ways.get(i % ways.size()).apply(Switch.on(operation)).limitedTo(1));
        switches().add(Switch.on(operation).limitedTo(1));
      }
    }
    return troublesLeft();
  }

  private int troublesLeft() {
    return (int)
        switches().list().stream()
            .filter(call -> call.failure() != Failure.NONE || call.delayMillis() > 0)
            .count();
  }

  private Attempt attempt(User buyer) {
    String ticket = seller.lists("A seat", 19.99);
    Answer placed =
        await().atMost(A_WHILE).until(() -> buyer.order(ticket), made -> made.status() == 201);
    String order = placed.id();
    long now = System.nanoTime();
    return new Attempt(order, buyer.charge(order, "tok_visa").status(), now);
  }

  private void awaitEnds(List<Attempt> attempts, Map<String, Duration> lives) {
    await()
        .atMost(WINDOW.plus(MOST_AFTER_THE_WINDOW))
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              noteEnds(attempts, lives);
              return lives.size() == attempts.size();
            });
  }

  /** How long each order lived; a buyer whose payment fails in time pays again. */
  private void noteEnds(List<Attempt> attempts, Map<String, Duration> lives) {
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      if (!lives.containsKey(attempt.order()) && hasEnded(i, attempt.order())) {
        lives.put(attempt.order(), Duration.ofNanos(System.nanoTime() - attempt.orderedAt()));
      }
    }
  }

  private boolean hasEnded(int attempt, String order) {
    String status = statusOf(attempt, order);
    User buyer = buyers.get(attempt % AT_ONCE);
    boolean allFailed =
        buyer.paymentStatusesOf(order).stream().allMatch(Set.of("failed", "cancelled")::contains);
    if (status.equals("created") && allFailed) {
      buyer.charge(order, "tok_visa");
    }
    return ENDED.contains(status);
  }

  private String statusOf(int attempt, String order) {
    return buyers.get(attempt % AT_ONCE).orderOf(order).expect(200).field("status");
  }

  private static Map<Integer, Long> counts(List<Attempt> attempts) {
    Stream<Integer> answers = attempts.stream().map(Attempt::answer);
    return answers.collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.counting()));
  }

  private Switches switches() {
    return machinery.stack().stripe().switches();
  }
}
