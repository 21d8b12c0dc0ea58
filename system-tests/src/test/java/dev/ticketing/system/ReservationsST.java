package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketing.system.running.Footprint;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.ManyOrders;
import dev.ticketing.system.running.Overheard;
import dev.ticketing.system.running.SecondServer;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Many orders wait, and a server that comes back finds many overdue. With {@code
 * -Dreservations=100000} this is a measurement; by default it is small, and with one server only.
 * Ready is the moment at which /health/ready first said so; a reservation has expired when its
 * ReservationExpired was handed to the broker.
 */
@SystemTest
@Order(Turn.OUTAGES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReservationsST {

  private static final int PENDING = Integer.getInteger("reservations", 300);
  private static final boolean LARGE = PENDING >= 10_000;
  private static final Duration SPREAD = Duration.ofSeconds(LARGE ? 60 : 30);

  /** By then the server has looked into its database on its own. */
  private static final Duration NOTICED = Duration.ofSeconds(LARGE ? 35 : 0);

  private static final Duration PATIENCE = Duration.ofMinutes(LARGE ? 15 : 3);
  private static final Duration MUCH_LATER = Duration.ofHours(3);

  private final Machinery machinery;
  private final ManyOrders orders;
  private final Overheard reservations;
  private final Overheard ended;
  private Set<String> pending = Set.of();

  ReservationsST(Ticketing ticketing) {
    this.machinery = ticketing.machinery();
    machinery.awaitReady();
    this.orders = new ManyOrders(ticketing);
    String brokers = machinery.stack().environment().get("KAFKA_BOOTSTRAP_SERVERS");
    this.reservations = new Overheard(brokers, "reservations", "ReservationExpired");
    this.ended = new Overheard(brokers, "orders", "OrderExpired");
  }

  @AfterAll
  void close() {
    orders.close();
    reservations.close();
    ended.close();
  }

  @Test
  @Order(1)
  void whatWasDueWhileTheServerWasDownAndWhatIsDueLaterExpires() {
    Footprint before = Footprint.of(machinery.libertyPid());
    machinery.stopLiberty();
    pending = orders.add(PENDING, i -> Instant.now().plus(MUCH_LATER)).keySet();
    int overdue = LARGE ? 1_000 : 100;
    Map<String, Instant> due = orders.add(overdue, i -> Instant.now().minusMillis(60L * i));
    if (!LARGE) {
      due.putAll(dueSoon(150));
    }

    Instant ready = start();
    awaitExpired(due.keySet());
    if (LARGE) {
      due.putAll(dueSoon(3_600));
      awaitExpired(due.keySet());
    }

    report(overdue + " overdue and some due soon", due, ready);
    System.out.printf(
        "Memory with a handful of reservations: %s; with %d pending: %s%n",
        before, PENDING, Footprint.of(machinery.libertyPid()));
    assertToldOnce(due.keySet());
  }

  @Test
  @Order(2)
  void tenThousandThatAreOverdueAreNoReasonToBeLateForTheNext() {
    assumeTrue(LARGE, "a measurement: -Dreservations=100000");
    machinery.stopLiberty();
    Map<String, Instant> due = orders.add(10_000, i -> Instant.now().minusMillis(6L * i));

    Instant ready = start();
    awaitExpired(due.keySet());

    report("10000 overdue", due, ready);
    assertToldOnce(due.keySet());
  }

  /** Both look into the database on their own at the same moments. */
  @Test
  @Order(3)
  void twoServersDoNotHurtEachOther() {
    assumeTrue(LARGE, "a measurement: -Dreservations=100000");
    try (SecondServer second = machinery.startSecondServer()) {
      second.awaitReady();
      Instant begin = Instant.now();
      Map<String, Instant> due = orders.add(2_000, i -> begin.minusMillis(30L * i));
      due.putAll(dueSoon(2_000));

      awaitExpired(due.keySet());

      report("Two servers", due, begin);
      assertToldOnce(due.keySet());
    }
  }

  private Map<String, Instant> dueSoon(int count) {
    Instant begin = Instant.now().plus(NOTICED);
    return orders.add(count, i -> begin.plus(SPREAD.multipliedBy(i).dividedBy(count)));
  }

  private Instant start() {
    machinery.startLiberty();
    machinery.awaitReady();
    return Instant.now();
  }

  private void awaitExpired(Set<String> ids) {
    await().atMost(PATIENCE).until(() -> reservations.hasHeardAllOf(ids));
    await().atMost(PATIENCE).until(() -> ended.hasHeardAllOf(ids));
  }

  private void assertToldOnce(Collection<String> ids) {
    for (Overheard topic : List.of(reservations, ended)) {
      assertEquals(
          Set.of(), topic.toldTwice().stream().filter(ids::contains).collect(Collectors.toSet()));
    }
    System.out.printf(
        "Each expired once; the same event came again %d times (reservations), %d (orders)%n",
        reservations.repetitions(), ended.repetitions());
    assertTrue(Collections.disjoint(pending, reservations.times().keySet()), "one was early");
  }

  private void report(String what, Map<String, Instant> due, Instant ready) {
    Map<Boolean, List<Map.Entry<String, Instant>>> parts =
        due.entrySet().stream()
            .collect(Collectors.partitioningBy(order -> order.getValue().isBefore(ready)));
    List<Long> late =
        parts.get(true).stream()
            .map(order -> millis(ready, reservations.times().get(order.getKey())))
            .sorted()
            .toList();
    List<Long> lags =
        parts.get(false).stream()
            .map(order -> millis(order.getValue(), reservations.times().get(order.getKey())))
            .sorted()
            .toList();
    List<Long> ends =
        parts.get(false).stream()
            .map(order -> millis(order.getValue(), ended.times().get(order.getKey())))
            .sorted()
            .toList();
    assertFalse(late.isEmpty(), "nothing was overdue");
    System.out.printf(
        "%s: %d overdue at readiness, the last expired %d ms after it (first %d, p50 %d)%n",
        what, late.size(), last(late), late.get(0), at(late, 50));
    Instant lastOrder =
        parts.get(true).stream()
            .map(order -> ended.times().get(order.getKey()))
            .max(Instant::compareTo)
            .orElseThrow();
    System.out.printf("The last of their orders ended %d ms after it%n", millis(ready, lastOrder));
    if (!lags.isEmpty()) {
      System.out.printf(
          "%d due later: lag p50 %d, p99 %d, worst %d ms; their orders: p50 %d, p99 %d ms%n",
          lags.size(), at(lags, 50), at(lags, 99), last(lags), at(ends, 50), at(ends, 99));
      assertTrue(lags.get(0) >= 0, "one expired " + lags.get(0) + " ms early");
    }
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  private static long at(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static long last(List<Long> sorted) {
    return sorted.get(sorted.size() - 1);
  }
}
