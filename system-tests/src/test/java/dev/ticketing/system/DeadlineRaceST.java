package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.AtTheTime;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Buckets;
import dev.ticketing.system.running.LastMoment;
import dev.ticketing.system.running.LastMoments;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.Rounds;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Payments, cancels and the clock want the same order at the same moment. One of them has it, and
 * the books agree with that. Since a charge takes its time until orders decide on it, every other
 * one is sent from that long before the deadline on. The control, the same race without the
 * compare-and-set, is with the locks of the orders domain.
 */
@SystemTest
@Order(Turn.SHORT_WINDOW)
class DeadlineRaceST {

  private static final Duration PACE = Duration.ofMillis(60);
  private static final int BUYERS = 8;
  private static final long AROUND_MILLIS = 50;

  private static final int TRIALS = 5;

  private final Ticketing ticketing;
  private final User seller;
  private final List<User> buyers;
  private final Random random = new Random(3);
  private final long lead;

  DeadlineRaceST(Ticketing ticketing) {
    this.ticketing = ticketing;
    ticketing.machinery().useWindow(Machinery.SHORT_WINDOW);
    this.seller = ticketing.newUser();
    this.buyers = ticketing.crowd(BUYERS);
    this.lead = usualMillisOfACharge();
  }

  /** Orders decide on a charge somewhere within this time, which depends on the machine. */
  private long usualMillisOfACharge() {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      String order = buyers.get(0).orders(seller.lists("To begin with", 19.99));
      long begin = System.nanoTime();
      buyers.get(0).charge(order, "tok_visa").expect(201);
      millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
    return millis.stream().sorted().skip(TRIALS / 2).findFirst().orElseThrow();
  }

  @Test
  void aChargeAtTheDeadlineCompletesTheOrderOrComesTooLate() {
    int count = Rounds.orInCi(100);
    List<LastMoment> all = new ArrayList<>();
    try (AtTheTime clock = new AtTheTime()) {
      for (int i = 0; i < count; i++) {
        long from = i % 2 == 0 ? -AROUND_MILLIS : -AROUND_MILLIS - 2 * lead;
        all.add(attempt(clock, i, from + (AROUND_MILLIS - from) * i / (count - 1), null));
      }
      LastMoments moments = LastMoments.awaitEnds(all);

      Buckets buckets = new Buckets();
      all.forEach(each -> buckets.count(each.millisAfterDeadline(), moments.endOf(each)));
      System.out.printf(
          "Charges at the deadline, of %d ms each, rounds: %d: %s%n", lead, count, buckets);
      assertEquals(count, buckets.total("complete") + buckets.total("expired"), buckets::toString);
      assertTrue(buckets.total("complete") > 0, () -> "There was no race: " + buckets);
      assertTrue(buckets.total("expired") > 0, () -> "There was no race: " + buckets);
      assertAgrees(moments);
    }
  }

  @Test
  void ofACancelAChargeAndTheDeadlineAtOnceOneWins() {
    int count = Rounds.orInCi(60);
    List<LastMoment> all = new ArrayList<>();
    try (AtTheTime clock = new AtTheTime()) {
      for (int i = 0; i < count; i++) {
        long charge = random.nextLong(-2 * lead, 1);
        long cancel = random.nextLong(-AROUND_MILLIS, AROUND_MILLIS);
        all.add(attempt(clock, i, charge, cancel));
      }
      LastMoments moments = LastMoments.awaitEnds(all);

      Map<String, Integer> counts = new TreeMap<>();
      for (LastMoment each : all) {
        counts.merge(moments.endOf(each), 1, Integer::sum);
        assertTrue(agree(moments.endOf(each), each), () -> moments.endOf(each) + ": " + each);
      }
      System.out.printf("Cancel, charge and deadline at once, rounds: %d: %s%n", count, counts);
      assertAgrees(moments);
    }
  }

  private static boolean agree(String end, LastMoment each) {
    int charge = each.chargeStatus();
    int cancel = each.cancelStatus();
    return switch (end) {
      case "complete" -> (charge == 201 || charge == 202) && cancel == 409;
      case "cancelled" -> (charge == 409 || charge == 202) && cancel == 200;
      case "expired" -> (charge == 409 || charge == 202) && cancel == 409;
      default -> false;
    };
  }

  /** Keeps a steady pace, so that the machine is busy with a few orders at a time. */
  private LastMoment attempt(AtTheTime clock, int number, long charge, Long cancel) {
    Instant begin = Instant.now();
    String ticket = seller.lists("At the last moment", 19.99);
    User buyer = buyers.get(number % buyers.size());
    LastMoment moment = LastMoment.of(clock, buyer, ticket, charge, cancel);
    clock.run(begin.plus(PACE), () -> null).join();
    return moment;
  }

  private void assertAgrees(LastMoments moments) {
    moments.assertMoneyAgrees(Books.of(ticketing));
    moments.assertTheRestIsFor(ticketing.newUser());
  }
}
