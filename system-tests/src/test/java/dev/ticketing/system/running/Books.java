package dev.ticketing.system.running;

import dev.ticketing.devstack.stripe.Books.Entry;
import dev.ticketing.devstack.stripe.StripeSandbox;
import java.util.List;
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
    return of(orderId).map(Entry::amountReceived).filter(amount -> amount > 0).toList();
  }

  /** How many payments were ever begun at Stripe for an order. */
  public long paymentsFor(String orderId) {
    return of(orderId).count();
  }

  /** What is set aside for an order, in cents, neither captured nor let go. */
  public long heldFor(String orderId) {
    return of(orderId).mapToLong(Entry::amountCapturable).sum();
  }

  private Stream<Entry> of(String orderId) {
    return stripe.books().intents().stream()
        .filter(entry -> entry.metadata().containsValue(orderId));
  }
}
