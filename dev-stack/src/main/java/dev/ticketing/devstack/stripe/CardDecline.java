package dev.ticketing.devstack.stripe;

import java.util.Map;

/** Why a card is refused: Stripe's error code, the issuer's decline code and the message. */
record CardDecline(String code, String declineCode, String message) {
  private static final String DECLINED = "Your card was declined.";
  private static final Map<String, CardDecline> OWN_CODE =
      Map.of(
          "expired_card", own("expired_card", "Your card has expired."),
          "incorrect_cvc", own("incorrect_cvc", "Your card's security code is incorrect."),
          "processing_error",
              own(
                  "processing_error",
                  "An error occurred while processing your card. Try again in a little bit."),
          "authentication_required",
              new CardDecline(
                  "authentication_required",
                  "authentication_required",
                  "Your card was declined. This transaction requires authentication."),
          "authentication_not_handled",
              new CardDecline(
                  "authentication_required",
                  "authentication_not_handled",
                  "Your card was declined. This transaction requires authentication."),
          "insufficient_funds",
              new CardDecline(
                  "card_declined", "insufficient_funds", "Your card has insufficient funds."),
          "card_velocity_exceeded",
              new CardDecline(
                  "card_declined",
                  "card_velocity_exceeded",
                  "Your card was declined for making repeated attempts too frequently or exceeding"
                      + " its amount limit."));

  /** The decline that Stripe reports for a decline code. */
  static CardDecline of(String declineCode) {
    CardDecline known = OWN_CODE.get(declineCode);
    return known != null ? known : new CardDecline("card_declined", declineCode, DECLINED);
  }

  private static CardDecline own(String code, String message) {
    return new CardDecline(code, code, message);
  }
}
