package dev.ticketing.orders.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A payment, the deadline, and then a cancel too, come upon one order at the same moment, while
 * another buyer waits for the ticket. The payment's clock is a millisecond behind, so both it and
 * the deadline are in their right. The control is the same race without the compare-and-set.
 */
class LastMomentRaceTest {

  private static final int ROUNDS = 300;
  private static final String PAYMENT = "6b0100000000000000000001";

  @TempDir private static Path directory;
  private static StoredTickets tickets;
  private static ExecutorService threads;

  @BeforeAll
  static void start() {
    tickets = new StoredTickets(directory);
    threads = Executors.newFixedThreadPool(4);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    tickets.close();
  }

  @Test
  void ofAPaymentAndTheDeadlineOneHasTheOrder() throws Exception {
    Map<String, Integer> ends = race(guarded(), false);

    assertEquals(0, wrong(ends), ends::toString);
    assertTrue(ends.size() > 1, () -> "There was no race: " + ends);
  }

  @Test
  void withoutTheGuardBothHaveItOrTheTicketIsNobodysForEver() throws Exception {
    Map<String, Integer> ends = race(unguarded(), false);

    assertTrue(wrong(ends) > 0, ends::toString);
  }

  @Test
  void ofACancelAPaymentAndTheDeadlineOneHasTheOrder() throws Exception {
    Map<String, Integer> ends = race(guarded(), true);

    assertEquals(0, wrong(ends), ends::toString);
    assertTrue(ends.size() > 1, () -> "There was no race: " + ends);
  }

  @Test
  void withoutTheGuardACancelledOrderIsPaidToo() throws Exception {
    Map<String, Integer> ends = race(unguarded(), true);

    assertTrue(wrong(ends) > 0, ends::toString);
  }

  private static TicketLocks guarded() {
    return new MongoTicketLocks(tickets.collection());
  }

  private static TicketLocks unguarded() {
    return new UnguardedLocks(tickets.collection());
  }

  private static int wrong(Map<String, Integer> ends) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().startsWith("WRONG"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static Map<String, Integer> race(TicketLocks locks, boolean withCancel) throws Exception {
    Map<String, Integer> ends = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Marketplace market = new Marketplace(locks, new MongoListings(tickets.collection()));
      ends.merge(endOf(market, withCancel), 1, Integer::sum);
    }
    System.out.printf(
        "%s, cancel %s, rounds: %d: %s%n",
        locks.getClass().getSimpleName(), withCancel, ROUNDS, ends);
    return ends;
  }

  private static String endOf(Marketplace market, boolean withCancel) throws Exception {
    Order order = market.place(Marketplace.ALICE);
    market.clock.advance(Marketplace.WINDOW.minus(Duration.ofMillis(1)));
    List<Callable<Boolean>> rivals = new ArrayList<>();
    rivals.add(done(() -> market.acceptPayment.authorized(order.id(), PAYMENT)));
    rivals.add(done(() -> market.timeIsOver(order)));
    rivals.add(done(() -> market.place(Marketplace.BOB)));
    if (withCancel) {
      rivals.add(done(() -> market.cancelOrder.cancel(order.id(), Marketplace.ALICE)));
    }
    List<Boolean> answers = together(rivals);
    boolean paid = market.isAwaiting(order, PAYMENT);
    market.acceptPayment.captured(order.id(), PAYMENT);
    boolean resold = answers.get(2) || done(() -> market.place(Marketplace.BOB)).call();
    boolean cancelled = withCancel && answers.get(3);
    OrderStatus status = market.statusOf(order);
    boolean right =
        paid
            ? status == OrderStatus.COMPLETE && !resold && !cancelled
            : status != OrderStatus.COMPLETE && resold;
    return (right ? "" : "WRONG: paid " + paid + ", resold " + resold + ", ") + status;
  }

  /** Whether it was not refused. */
  private static Callable<Boolean> done(Runnable step) {
    return () -> {
      try {
        step.run();
        return true;
      } catch (Refusal e) {
        return false;
      }
    };
  }

  private static List<Boolean> together(List<Callable<Boolean>> rivals) throws Exception {
    CyclicBarrier start = new CyclicBarrier(rivals.size());
    List<Future<Boolean>> running = new ArrayList<>();
    for (Callable<Boolean> rival : rivals) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return rival.call();
              }));
    }
    List<Boolean> answers = new ArrayList<>();
    for (Future<Boolean> answer : running) {
      answers.add(answer.get());
    }
    return answers;
  }
}
