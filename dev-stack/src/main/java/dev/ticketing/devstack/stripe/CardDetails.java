package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Year;
import java.time.ZoneOffset;

/** What Stripe tells of a card: brand, last digits, expiry; never its number. */
final class CardDetails {
  private CardDetails() {}

  static ObjectNode of(TestCard card) {
    ObjectNode details = Json.object();
    details.put("brand", card.brand());
    details.withObjectProperty("checks").put("cvc_check", "pass");
    details.put("country", "US");
    details.put("exp_month", 12);
    details.put("exp_year", Year.now(ZoneOffset.UTC).getValue() + 5);
    details.put("fingerprint", "sandbox" + card.lastFour());
    details.put("funding", "credit");
    details.put("last4", card.lastFour());
    return details;
  }
}
