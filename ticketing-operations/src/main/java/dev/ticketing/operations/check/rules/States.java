package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.source.Documents;
import java.util.Set;
import org.bson.Document;

/** What the states of orders, locks and payments mean, and how a report writes them. */
final class States {

  private static final Set<String> LIVE = Set.of("CREATED", "AWAITING_PAYMENT");
  private static final Set<String> UNDERWAY =
      Set.of("REQUESTED", "AUTHORIZED", "CAPTURING", "CANCELLING", "REFUNDING");

  private States() {}

  static boolean isLiveOrder(String status) {
    return LIVE.contains(status);
  }

  static boolean isUnderway(Document payment) {
    return UNDERWAY.contains(payment.getString("status"));
  }

  static boolean is(Document document, String status) {
    return status.equals(document.getString("status"));
  }

  static String ofOrder(Document order) {
    String payment = order.getString("paymentId");
    return "order "
        + Documents.idOf(order)
        + " "
        + order.getString("status")
        + (payment == null ? "" : " by payment " + payment);
  }

  static String ofLock(Document lock) {
    String payment = lock.getString("paymentId");
    String order = lock.getString("orderId");
    return "lock "
        + Documents.idOf(lock)
        + " "
        + lock.getString("state")
        + (order == null ? "" : " for order " + order)
        + (payment == null ? "" : " by payment " + payment);
  }

  static String ofPayment(Document payment) {
    return "payment "
        + Documents.idOf(payment)
        + " "
        + payment.getString("status")
        + " for order "
        + payment.getString("orderId");
  }
}
