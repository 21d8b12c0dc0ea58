package dev.ticketing.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount in the smallest unit of its currency, the way Stripe counts: 1999 is 19.99 US dollars.
 * It never passes through floating point.
 */
public record Money(long amount, String currency) {

  private static final int DECIMALS = 2;
  private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");

  public Money {
    Objects.requireNonNull(currency, "currency");
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("A currency is three lower-case letters: " + currency);
    }
  }

  /**
   * @throws ArithmeticException when the amount has more than two decimals or does not fit a long
   */
  public static Money of(BigDecimal amount, String currency) {
    return new Money(
        amount.setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
        currency);
  }

  /** The amount in the currency's main unit, with exactly two decimals. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(amount, DECIMALS);
  }
}
