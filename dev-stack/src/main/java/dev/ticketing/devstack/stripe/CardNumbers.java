package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Year;
import java.time.ZoneOffset;

/** Reads a card that is given by its number, and refuses it the way Stripe's test mode does. */
final class CardNumbers {
  private CardNumbers() {}

  static TestCard read(Params params, String prefix) {
    String number = params.required(prefix + "[number]").replaceAll("[ -]", "");
    if (!number.matches("\\d{12,19}") || !passesLuhn(number)) {
      throw ApiError.card("incorrect_number", "number", "Your card number is incorrect.");
    }
    String cvc = params.text(prefix + "[cvc]");
    if (cvc != null && !cvc.matches("\\d{3,4}")) {
      throw ApiError.card("invalid_cvc", "cvc", "Your card's security code is invalid.");
    }
    TestCard card = TestCards.numbered(number);
    if (card == null) {
      throw ApiError.card(
          "card_declined",
          "number",
          "Your card was declined. Your request was in test mode, but used a non test card. For a"
              + " list of valid test cards, visit: https://stripe.com/docs/testing.");
    }
    return card;
  }

  static void expiry(Params params, String prefix, ObjectNode details) {
    Long month = params.integer(prefix + "[exp_month]");
    Long year = params.integer(prefix + "[exp_year]");
    if (month == null || month < 1 || month > 12) {
      throw ApiError.card(
          "invalid_expiry_month", "exp_month", "Your card's expiration month is invalid.");
    }
    int thisYear = Year.now(ZoneOffset.UTC).getValue();
    long full = year == null ? 0 : year < 100 ? year + 2000 : year;
    if (full < thisYear || full > thisYear + 50) {
      throw ApiError.card(
          "invalid_expiry_year", "exp_year", "Your card's expiration year is invalid.");
    }
    details.put("exp_month", month).put("exp_year", full);
  }

  private static boolean passesLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
