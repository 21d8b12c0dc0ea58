package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.domain.TicketLock.State;
import dev.ticketing.platform.aggregate.Identifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty buyers take one lock at once, twenty times over. The control is the same race with the
 * condition looked at first and the lock written after, which is how tickets are sold twice.
 */
class TicketLocksRaceTest {

  private static final int BUYERS = 50;
  private static final int ROUNDS = 20;
  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Instant DEADLINE = NOW.plusSeconds(900);

  @TempDir private static Path directory;
  private static StoredTickets tickets;
  private static ExecutorService threads;

  /** Takes the lock for an order. */
  @FunctionalInterface
  private interface Taking {
    boolean take(String ticketId, String orderId);
  }

  @BeforeAll
  static void start() {
    tickets = new StoredTickets(directory);
    threads = Executors.newFixedThreadPool(BUYERS);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    tickets.close();
  }

  @Test
  void exactlyOneBuyerTakesTheLock() throws Exception {
    MongoTicketLocks locks = new MongoTicketLocks(tickets.collection());

    List<Long> winners =
        winnersOf(
            (ticket, order) ->
                locks.take(ticket, order, Identifier.next(), NOW, DEADLINE).isPresent());

    assertEquals(Collections.nCopies(ROUNDS, 1L), winners);
  }

  @Test
  void withoutTheGuardSeveralBuyersTakeTheLock() throws Exception {
    List<Long> winners = winnersOf(TicketLocksRaceTest::lookFirstAndWriteThen);

    assertTrue(winners.stream().anyMatch(count -> count > 1), "winners: " + winners);
  }

  private static boolean lookFirstAndWriteThen(String ticket, String order) {
    Document lock = tickets.collection().find(eq(LockFields.ID, ticket)).first();
    if (!State.FREE.name().equals(lock.getString(LockFields.STATE))) {
      return false;
    }
    tickets
        .collection()
        .updateOne(
            eq(LockFields.ID, ticket),
            combine(set(LockFields.STATE, State.HELD.name()), set(LockFields.ORDER, order)));
    return true;
  }

  /** How many took the lock, round by round. */
  private static List<Long> winnersOf(Taking taking) throws Exception {
    List<Long> winners = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      winners.add(race(newTicket(), taking));
    }
    return winners;
  }

  private static String newTicket() {
    String ticket = Identifier.next();
    new MongoListings(tickets.collection())
        .keep(
            new TicketEvent.Ticket(
                ticket, Identifier.next(), "Concert", null, null, new Money(1999, "usd")),
            0);
    return ticket;
  }

  private static long race(String ticket, Taking taking) throws Exception {
    CyclicBarrier start = new CyclicBarrier(BUYERS);
    Callable<Boolean> buyer =
        () -> {
          start.await();
          return taking.take(ticket, Identifier.next());
        };
    long winners = 0;
    for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(BUYERS, buyer))) {
      winners += result.get() ? 1 : 0;
    }
    return winners;
  }
}
