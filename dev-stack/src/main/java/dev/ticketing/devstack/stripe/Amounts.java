package dev.ticketing.devstack.stripe;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for money: whole minor units within Stripe's limits, in a currency that exists. */
final class Amounts {
  private static final long SMALLEST = 50;
  private static final long LARGEST = 99_999_999;
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());

  private Amounts() {}

  static long toPay(Params params, String currency) {
    params.required("amount");
    long amount = positive(params, "amount");
    if (amount < SMALLEST) {
      throw ApiError.parameter(
          "amount_too_small", "amount", "Amount must be at least " + shown(SMALLEST, currency));
    }
    if (amount > LARGEST) {
      throw ApiError.parameter(
          "amount_too_large", "amount", "Amount must be no more than " + shown(LARGEST, currency));
    }
    return amount;
  }

  /** The amount, which must be at least 1; the caller knows that it is there. */
  static long positive(Params params, String name) {
    long amount = params.integer(name);
    if (amount < 1) {
      throw ApiError.parameter(
          "parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
    }
    return amount;
  }

  static String currency(Params params) {
    String currency = params.required("currency").toLowerCase(Locale.ROOT);
    if (!CURRENCIES.contains(currency)) {
      throw ApiError.parameter(null, "currency", "Invalid currency: " + currency + ".");
    }
    return currency;
  }

  static String shown(long minorUnits, String currency) {
    int digits = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
    return BigDecimal.valueOf(minorUnits, Math.max(digits, 0)).toPlainString() + " " + currency;
  }
}
