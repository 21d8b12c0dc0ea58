package dev.ticketing.system.soak.measure;

import dev.ticketing.devstack.stripe.Books;
import dev.ticketing.devstack.stripe.Books.Entry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Stripe has received and still holds for each order, at one moment. */
final class Received {

  private final Map<String, List<Entry>> byOrder;

  Received(Books books) {
    this.byOrder =
        books.intents().stream()
            .collect(Collectors.groupingBy(entry -> entry.metadata().get("orderId")));
  }

  /** The amounts captured, in cents. */
  List<Long> capturedFor(String orderId) {
    return of(orderId).stream().map(Entry::amountReceived).filter(amount -> amount > 0).toList();
  }

  long heldFor(String orderId) {
    return of(orderId).stream().mapToLong(Entry::amountCapturable).sum();
  }

  private List<Entry> of(String orderId) {
    return byOrder.getOrDefault(orderId, List.of());
  }
}
