package dev.ticketing.operations.check.rules;

import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What a PaymentIntent says about the money. */
final class Intents {

  private static final Map<String, List<String>> WITH =
      Map.of(
          "requires_capture", List.of("REQUESTED", "AUTHORIZED", "CAPTURING", "CANCELLING"),
          "succeeded", List.of("CAPTURED", "CAPTURING", "CANCELLING", "REFUNDING"),
          "canceled", List.of("REQUESTED", "FAILED", "CAPTURING", "CANCELLING", "CANCELLED"));

  private static final List<String> WITH_MONEY_GIVEN_BACK = List.of("REFUNDING", "REFUNDED");
  private static final List<String> WITH_NO_MONEY_YET =
      List.of("REQUESTED", "FAILED", "CANCELLING", "CANCELLED");

  private Intents() {}

  /** What is set aside, in minor units. */
  static long held(Document intent) {
    return intent.getLong("capturable");
  }

  /** What was taken and not given back, in minor units. */
  static long kept(Document intent) {
    return intent.getLong("received") - intent.getLong("refunded");
  }

  /** The states that its payment can be in. */
  static List<String> statusesWith(Document intent) {
    boolean givenBack = intent.getLong("received") > 0 && kept(intent) == 0;
    return givenBack
        ? WITH_MONEY_GIVEN_BACK
        : WITH.getOrDefault(intent.getString("status"), WITH_NO_MONEY_YET);
  }

  static String describe(Document intent) {
    return "PaymentIntent "
        + intent.getString("_id")
        + " "
        + intent.getString("status")
        + ", held "
        + held(intent)
        + ", kept "
        + kept(intent)
        + ", order "
        + intent.getString("orderId");
  }
}
