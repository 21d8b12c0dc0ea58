package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.devstack.stripe.Books.Entry;
import dev.ticketing.devstack.stripe.StripeSandbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Stripe holds and has received, order by order: the truth about the money. */
public final class Books {

  private final StripeSandbox stripe;

  private Books(StripeSandbox stripe) {
    this.stripe = stripe;
  }

  /** Skips the test where Stripe is not ours. */
  public static Books of(Ticketing ticketing) {
    return new Books(ticketing.machinery().stack().stripe());
  }

  /** The captured amounts of an order in cents; more than one would be a double charge. */
  public List<Long> receivedFor(String orderId) {
    return now().receivedFor(orderId);
  }

  /** How many payments were ever begun at Stripe for an order. */
  public long paymentsFor(String orderId) {
    return now().of(orderId).count();
  }

  /** What is set aside for an order, in cents, neither captured nor let go. */
  public long heldFor(String orderId) {
    return now().heldFor(orderId);
  }

  /** What was given back for an order, in cents. */
  public long refundedFor(String orderId) {
    return now().of(orderId).mapToLong(Entry::amountRefunded).sum();
  }

  /** Stripe's id of the only PaymentIntent of an order. */
  public String intentOf(String orderId) {
    List<String> ids = now().of(orderId).map(Entry::id).toList();
    assertEquals(1, ids.size(), "PaymentIntents of order " + orderId);
    return ids.get(0);
  }

  /** As they stand at this moment, for whoever asks about many orders. */
  public Statement now() {
    Map<String, List<Entry>> byOrder = new HashMap<>();
    for (Entry entry : stripe.books().intents()) {
      entry.metadata().values().stream()
          .distinct()
          .forEach(value -> byOrder.computeIfAbsent(value, id -> new ArrayList<>()).add(entry));
    }
    return new Statement(byOrder);
  }

  /** The books of one moment. */
  public static final class Statement {

    private final Map<String, List<Entry>> byOrder;

    private Statement(Map<String, List<Entry>> byOrder) {
      this.byOrder = byOrder;
    }

    /** The captured amounts of an order in cents, those given back included. */
    public List<Long> receivedFor(String orderId) {
      return of(orderId).map(Entry::amountReceived).filter(amount -> amount > 0).toList();
    }

    /** What is set aside for an order, in cents, neither captured nor let go. */
    public long heldFor(String orderId) {
      return of(orderId).mapToLong(Entry::amountCapturable).sum();
    }

    private Stream<Entry> of(String orderId) {
      return byOrder.getOrDefault(orderId, List.of()).stream();
    }
  }
}
