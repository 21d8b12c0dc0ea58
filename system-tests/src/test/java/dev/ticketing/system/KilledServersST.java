package dev.ticketing.system;

import dev.ticketing.devstack.Part;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Clean;
import dev.ticketing.system.running.Diary;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.PartProcess;
import dev.ticketing.system.running.Rounds;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Trading;
import dev.ticketing.system.running.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The document store or the broker is killed while users trade, and started again. What anybody was
 * told before is there after, nothing is done twice, and Liberty goes on without a restart.
 */
@SystemTest
@Order(Turn.OUTAGES)
class KilledServersST {

  private static final int ROUNDS = Rounds.orInCi(1);
  private static final int TRADERS = 8;
  private static final int SOME = 20;

  /** On a quiet machine it takes seconds, see docs/reliability.md; a busy one needs some room. */
  private static final Duration CLEAN_WITHIN = Duration.ofMinutes(2);

  private final Ticketing ticketing;
  private final Machinery machinery;
  private final List<User> traders;

  KilledServersST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.machinery = ticketing.machinery();
    this.traders = ticketing.crowd(TRADERS);
  }

  @AfterEach
  void everythingRuns() {
    machinery.awaitReady();
  }

  @Test
  void nothingIsLostOrDoneTwiceWhenTheStoreIsKilledUnderLoad() {
    killedUnderLoad(Part.STORE, "order");
  }

  @Test
  void nothingIsLostOrDoneTwiceWhenTheBrokerIsKilledUnderLoad() {
    killedUnderLoad(Part.KAFKA, "charge");
  }

  /**
   * @param needs the kind of request that does not succeed without the server
   */
  private void killedUnderLoad(Part part, String needs) {
    try (PartProcess server = PartProcess.inPlaceOf(part, machinery.stack())) {
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.printf("%s killed, round %d: %s%n", part.title(), round, kill(server, needs));
      }
    }
  }

  private String kill(PartProcess server, String needs) {
    Instant killed;
    Instant back;
    Trading trading = Trading.of(traders);
    try (trading) {
      trading.awaitSuccesses(SOME, needs);
      killed = Instant.now();
      server.kill();
      server.start();
      back = Instant.now();
      trading.awaitSuccesses(SOME, needs);
    }
    Duration untilClean = Clean.await(ticketing, trading.promises(), CLEAN_WITHIN);
    Diary diary = trading.diary();
    List<Diary.Entry> meanwhile = diary.sentBetween(killed, back);
    Instant succeeded = diary.firstSuccessSince(killed, needs).orElseThrow();
    return "back after %d ms, succeeds again after %d ms, clean %d ms after the load; %s; meanwhile %s"
        .formatted(
            Duration.between(killed, back).toMillis(),
            Duration.between(killed, succeeded).toMillis(),
            untilClean.toMillis(),
            trading.promises(),
            Diary.statusesOf(meanwhile));
  }
}
