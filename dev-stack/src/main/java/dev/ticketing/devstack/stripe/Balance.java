package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import java.util.Map;
import java.util.TreeMap;

/** The account's balance: in each currency what was captured less what was given back. No fees. */
final class Balance {
  private Balance() {}

  static Answer retrieve(Call call) {
    Map<String, Long> sums = new TreeMap<>();
    call.changes()
        .store()
        .newestFirst(Kind.CHARGE, null)
        .filter(charge -> charge.path("captured").booleanValue())
        .forEach(charge -> sums.merge(Json.text(charge, "currency"), kept(charge), Long::sum));
    ObjectNode balance = Json.object();
    balance.put("object", "balance");
    for (Map.Entry<String, Long> sum : sums.entrySet()) {
      ObjectNode available = balance.withArrayProperty("available").addObject();
      available.put("amount", sum.getValue()).put("currency", sum.getKey());
    }
    balance.put("livemode", false);
    balance.withArrayProperty("pending");
    return Answer.ok(balance);
  }

  private static long kept(ObjectNode charge) {
    return charge.path("amount_captured").longValue() - charge.path("amount_refunded").longValue();
  }
}
