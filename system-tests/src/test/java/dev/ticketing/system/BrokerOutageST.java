package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.Part;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Clean;
import dev.ticketing.system.running.Consistency;
import dev.ticketing.system.running.Diary;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.PartProcess;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Trading;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The broker is away for a while, for {@code -Doutage=} in the form of {@code PT2M}. What does not
 * need another domain goes on; what was accepted reaches the others when the broker is back.
 */
@SystemTest
@Order(Turn.OUTAGES)
class BrokerOutageST {

  private static final Duration OUTAGE = Duration.parse(System.getProperty("outage", "PT10S"));
  private static final int TRADERS = 8;
  private static final Duration PAUSE = Duration.ofMillis(800);
  private static final int SOME = 10;
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(3);
  private static final long MOST_GROWTH_MEGABYTES = 300;

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final List<User> traders;
  private final User seller;
  private final AtomicLong mostMegabytes = new AtomicLong();

  BrokerOutageST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.traders = ticketing.crowd(TRADERS);
    this.seller = ticketing.newUser();
  }

  @Test
  void whileTheBrokerIsAwayRequestsAreAcceptedAndTheirEffectsFollow() {
    int perSecond = (int) (TRADERS * 1_000 / PAUSE.toMillis());
    int stock = (int) OUTAGE.plusSeconds(20).toSeconds() * perSecond;
    Instant gone;
    Instant back;
    Trading trading;
    long before;
    try (PartProcess broker = PartProcess.inPlaceOf(Part.KAFKA, machinery.stack())) {
      Eventually.equal(A_WHILE, 201, this::purchase);
      trading = Trading.withStock(traders, seller, stock, PAUSE);
      try (trading) {
        trading.awaitSuccesses(SOME, "charge");
        before = megabytes();
        gone = Instant.now();
        broker.kill();
        awaitEndOf(OUTAGE);
        broker.start();
        back = Instant.now();
        trading.awaitSuccesses(SOME, "charge");
      }
      Duration drained = Clean.await(ticketing, trading.promises(), DRAINED_WITHIN);
      report(trading, gone, back, drained, before);
    }
    assertAccepted(trading.diary().sentBetween(gone, back));
    long growth = mostMegabytes.get() - before;
    assertTrue(growth < MOST_GROWTH_MEGABYTES, "Liberty grew by " + growth + " MB");
  }

  @Test
  void aBrokerThatComesLateAndKnowsNothingIsEnough() {
    Consistency.awaitClean(ticketing, A_WHILE);
    machinery.stopLiberty();
    machinery.emptyBroker();
    machinery.startLiberty();
    machinery.awaitReady();
    String ticket = seller.lists("Listed before there was a broker", 19.99);

    machinery.stack().start(Part.KAFKA);

    User buyer = traders.get(0);
    Eventually.equal(A_WHILE, 201, () -> buyer.order(ticket).status());
    Eventually.equal(A_WHILE, "reserved", () -> ticketing.visitor().ticket(ticket).field("status"));
    Eventually.equal(A_WHILE, 201, this::purchase);
  }

  private int purchase() {
    User buyer = traders.get(0);
    return buyer.charge(buyer.orders(seller.lists("A seat", 19.99)), "tok_visa").status();
  }

  private void awaitEndOf(Duration outage) {
    Instant end = Instant.now().plus(outage);
    await()
        .atMost(outage.plus(A_WHILE))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              mostMegabytes.accumulateAndGet(megabytes(), Math::max);
              return !Instant.now().isBefore(end);
            });
  }

  private long megabytes() {
    return machinery.libertyMegabytes().orElse(0);
  }

  private static void assertAccepted(List<Diary.Entry> meanwhile) {
    assertEquals(List.of(), meanwhile.stream().filter(Diary.Entry::failed).toList());
    assertEquals(
        List.of(),
        meanwhile.stream()
            .filter(entry -> entry.what().equals("list") || entry.what().equals("order"))
            .filter(entry -> !entry.succeeded())
            .toList());
  }

  private void report(Trading trading, Instant gone, Instant back, Duration drained, long before) {
    List<Diary.Entry> meanwhile = trading.diary().sentBetween(gone, back);
    System.out.printf(
        "Broker away for %d s: %s; longest answer %d ms; %s;"
            + " clean %d ms after the load; Liberty %d MB before, at most %d MB%n",
        Duration.between(gone, back).toSeconds(),
        Diary.statusesOf(meanwhile),
        Diary.longestOf(meanwhile, entry -> true).toMillis(),
        trading.promises(),
        drained.toMillis(),
        before,
        mostMegabytes.get());
  }
}
