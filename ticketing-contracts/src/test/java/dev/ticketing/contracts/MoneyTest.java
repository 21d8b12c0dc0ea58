package dev.ticketing.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "19.99, 1999",
    "0.29, 29",
    "1.1, 110",
    "1.100, 110",
    "5, 500",
    "1E+3, 100000",
    "-0.01, -1",
    "999999.99, 99999999",
    "92233720368547758.07, 9223372036854775807"
  })
  void anAmountIsCountedInMinorUnitsWithoutRounding(BigDecimal amount, long minorUnits) {
    assertEquals(new Money(minorUnits, "usd"), Money.of(amount, "usd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.005", "0.001", "19.999"})
  void anAmountWithMoreThanTwoDecimalsIsRefusedRatherThanRounded(BigDecimal amount) {
    assertThrows(ArithmeticException.class, () -> Money.of(amount, "usd"));
  }

  @Test
  void anAmountThatDoesNotFitIsRefusedRatherThanCut() {
    BigDecimal tooMuch = new BigDecimal("92233720368547758.08");
    assertThrows(ArithmeticException.class, () -> Money.of(tooMuch, "usd"));
  }

  @ParameterizedTest
  @CsvSource({"1999, 19.99", "500, 5.00", "7, 0.07", "100000000000, 1000000000.00"})
  void theAmountComesBackAsAPlainDecimalWithTwoDecimals(long minorUnits, String decimal) {
    BigDecimal back = new Money(minorUnits, "usd").toDecimal();
    assertEquals(new BigDecimal(decimal), back);
    assertEquals(decimal, back.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD", "Usd", "us", "usdd", "", "us1", "   ", "üsd"})
  void aCurrencyIsThreeLowerCaseLettersAsTheSchemasSay(String currency) {
    assertThrows(IllegalArgumentException.class, () -> new Money(100, currency));
  }

  @ParameterizedTest
  @NullSource
  void anAmountHasACurrency(String currency) {
    assertThrows(NullPointerException.class, () -> new Money(100, currency));
  }
}
