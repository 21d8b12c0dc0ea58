package dev.ticketing.orders.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.application.HoldLimit;
import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * One buyer orders fifty tickets at once, on two servers. The control counts first and takes the
 * lock after, which is how a limit is passed by those who come together.
 */
class HoldsRaceTest {

  private static final int TICKETS = 50;
  private static final int ROUNDS = 20;
  private static final int LIMIT = 10;

  @TempDir private static Path directory;
  private static StoredTickets tickets;
  private static ExecutorService threads;

  /** Orders a ticket, or is refused. */
  @FunctionalInterface
  private interface Ordering {
    void order(Marketplace server, String ticket, String buyer);
  }

  @BeforeAll
  static void start() {
    tickets = new StoredTickets(directory);
    threads = Executors.newFixedThreadPool(TICKETS);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    tickets.close();
  }

  @Test
  void moreThanTheLimitNeverStayLocked() throws Exception {
    List<Long> held =
        race(
            new HoldLimit(LIMIT),
            (server, ticket, buyer) -> server.placeOrder.place(ticket, buyer, ReservedId.fresh()));

    System.out.println("Holds of " + TICKETS + " orders at once, limit " + LIMIT + ": " + held);
    assertTrue(held.stream().allMatch(count -> count <= LIMIT), held::toString);
  }

  @Test
  void countedBeforeTheyAreTakenMoreStayLocked() throws Exception {
    List<Long> held =
        race(
            Marketplace.NO_LIMIT,
            (server, ticket, buyer) -> {
              if (server.locks.liveHoldsOf(buyer, server.clock.instant()) < LIMIT) {
                server.placeOrder.place(ticket, buyer, ReservedId.fresh());
              }
            });

    assertTrue(held.stream().anyMatch(count -> count > LIMIT), held::toString);
  }

  @Test
  void whoeverWasRefusedAmongOthersFillsTheRestOneByOne() throws Exception {
    Marketplace market = market(new HoldLimit(LIMIT));
    String buyer = Identifier.next();
    int granted = 0;
    for (int i = 0; i < 2 * LIMIT; i++) {
      granted += isGranted(market, market.anotherTicket(), buyer) ? 1 : 0;
    }

    assertEquals(LIMIT, granted);
    assertEquals(LIMIT, market.locks.liveHoldsOf(buyer, market.clock.instant()));
    assertTrue(isGranted(market, market.anotherTicket(), Identifier.next()));
  }

  /** How many locks the buyer has at the end of each round. */
  private static List<Long> race(HoldLimit limit, Ordering ordering) throws Exception {
    List<Long> held = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Marketplace> servers = List.of(market(limit), market(limit));
      String buyer = Identifier.next();
      CyclicBarrier start = new CyclicBarrier(TICKETS);
      List<Callable<Void>> orders = new ArrayList<>();
      for (int i = 0; i < TICKETS; i++) {
        Marketplace server = servers.get(i % servers.size());
        String ticket = server.anotherTicket();
        orders.add(
            () -> {
              start.await();
              try {
                ordering.order(server, ticket, buyer);
              } catch (Refusal e) {
                assertEquals(Refusal.Reason.CONFLICT, e.reason());
              }
              return null;
            });
      }
      for (Future<Void> order : threads.invokeAll(orders)) {
        order.get();
      }
      held.add(servers.get(0).locks.liveHoldsOf(buyer, servers.get(0).clock.instant()));
    }
    return held;
  }

  private static boolean isGranted(Marketplace market, String ticket, String buyer) {
    try {
      market.placeOrder.place(ticket, buyer, ReservedId.fresh());
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  private static Marketplace market(HoldLimit limit) {
    TicketLocks locks = new MongoTicketLocks(tickets.collection());
    Listings listings = new MongoListings(tickets.collection());
    return new Marketplace(locks, listings, limit);
  }
}
