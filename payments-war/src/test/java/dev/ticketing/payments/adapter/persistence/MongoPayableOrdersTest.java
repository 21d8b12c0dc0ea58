package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.PayableOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoPayableOrdersTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Instant DEADLINE = NOW.plusSeconds(900);
  private static final String FIRST = "65000000000000000000000a";
  private static final String SECOND = "65000000000000000000000b";
  private static final int RACERS = 3;
  private static final int RACES = 100;

  private static MongoServer server;
  private static MongoClient client;

  private MongoCollection<Document> documents;
  private MongoPayableOrders orders;

  @BeforeAll
  static void startStore() {
    server = new MongoServer(H2Backend.inMemory());
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
  }

  @AfterAll
  static void stopStore() {
    client.close();
    server.shutdownNow();
  }

  @BeforeEach
  void emptyCollection() {
    documents = client.getDatabase("payments").getCollection("orders");
    documents.drop();
    orders = new MongoPayableOrders(documents);
  }

  @Test
  void theFirstEventMakesTheCopy() {
    PayableOrder kept = orders.keep(new OrderEvent.OrderCreated(order(1, null)), 0);
    assertEquals(
        new PayableOrder(
            id(1),
            0,
            "650000000000000000000002",
            new Money(1999, "usd"),
            DEADLINE,
            OrderStatus.CREATED,
            null,
            null),
        kept);
    assertEquals(kept, orders.find(id(1)).orElseThrow());
  }

  @Test
  void anOlderOrEqualEventChangesNothingAndShowsWhatIsKnown() {
    orders.keep(new OrderEvent.OrderCreated(order(1, null)), 0);
    PayableOrder newest = orders.keep(new OrderEvent.OrderAwaitingPayment(order(1, FIRST)), 3);
    assertEquals(newest, orders.keep(new OrderEvent.OrderCreated(order(1, null)), 0));
    assertEquals(newest, orders.keep(new OrderEvent.OrderCancelled(order(1, null)), 3));
    assertTrue(newest.awaits(FIRST));
  }

  @Test
  void aNewerEventLeavesTheClaim() {
    orders.keep(new OrderEvent.OrderCreated(order(1, null)), 0);
    orders.claim(id(1), FIRST, NOW);
    PayableOrder next = orders.keep(new OrderEvent.OrderAwaitingPayment(order(1, FIRST)), 1);
    assertTrue(next.isClaimedBy(FIRST));
    assertTrue(next.awaits(FIRST));
    assertEquals(1, next.version());
  }

  @Test
  void aClaimIsExclusiveRepeatableAndGivenUpByItsOwnerAlone() {
    orders.keep(new OrderEvent.OrderCreated(order(1, null)), 0);
    assertTrue(orders.claim(id(1), FIRST, NOW).isPresent());
    assertTrue(orders.claim(id(1), FIRST, NOW).isPresent());
    assertTrue(orders.claim(id(1), SECOND, NOW).isEmpty());
    orders.release(id(1), SECOND);
    assertTrue(orders.claim(id(1), SECOND, NOW).isEmpty());
    orders.release(id(1), FIRST);
    assertTrue(orders.claim(id(1), SECOND, NOW).isPresent());
  }

  @Test
  void onlyAnOrderThatCanBePaidIsClaimed() {
    assertTrue(orders.claim(id(1), FIRST, NOW).isEmpty());
    orders.keep(new OrderEvent.OrderCreated(order(1, null)), 0);
    assertTrue(orders.claim(id(1), FIRST, DEADLINE).isEmpty());
    orders.keep(new OrderEvent.OrderExpired(order(1, null)), 1);
    assertTrue(orders.claim(id(1), FIRST, NOW).isEmpty());
  }

  @Test
  void ofPaymentsThatClaimAtOnceOneWins() throws Exception {
    for (int winners : race((order, payment) -> orders.claim(order, payment, NOW).isPresent())) {
      assertEquals(1, winners);
    }
  }

  /** The control: looking first and claiming then lets several through. */
  @Test
  void withoutTheGuardSeveralWouldWin() throws Exception {
    List<Integer> winners =
        race(
            (order, payment) -> {
              boolean free =
                  documents.find(eq("_id", order)).first().get("activePaymentId") == null;
              documents.updateOne(eq("_id", order), set("activePaymentId", payment));
              return free;
            });
    assertTrue(winners.stream().anyMatch(count -> count > 1), "no race took place");
  }

  private interface Claim {
    boolean by(String orderId, String paymentId);
  }

  private List<Integer> race(Claim claim) throws Exception {
    ExecutorService racers = Executors.newFixedThreadPool(RACERS);
    try {
      List<Integer> winners = new ArrayList<>();
      for (int race = 1; race <= RACES; race++) {
        orders.keep(new OrderEvent.OrderCreated(order(race, null)), 0);
        winners.add(winnersOf(id(race), claim, racers));
      }
      return winners;
    } finally {
      racers.shutdownNow();
    }
  }

  private static int winnersOf(String orderId, Claim claim, ExecutorService racers)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(RACERS);
    List<Future<Boolean>> results = new ArrayList<>();
    for (int racer = 0; racer < RACERS; racer++) {
      String paymentId = String.format("%024x", racer + 1);
      Callable<Boolean> run =
          () -> {
            start.await();
            return claim.by(orderId, paymentId);
          };
      results.add(racers.submit(run));
    }
    int winners = 0;
    for (Future<Boolean> result : results) {
      winners += result.get() ? 1 : 0;
    }
    return winners;
  }

  private static String id(int number) {
    return String.format("65%022x", number);
  }

  private static OrderEvent.Order order(int number, String paymentId) {
    return new OrderEvent.Order(
        id(number),
        "650000000000000000000002",
        "650000000000000000000003",
        "A ticket",
        "650000000000000000000004",
        new Money(1999, "usd"),
        DEADLINE,
        1,
        paymentId);
  }
}
