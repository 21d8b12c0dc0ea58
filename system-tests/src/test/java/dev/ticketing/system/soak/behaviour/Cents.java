package dev.ticketing.system.soak.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Prices on the wire are decimals. */
final class Cents {

  private Cents() {}

  static BigDecimal toDecimal(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  static long of(JsonNode decimal) {
    return decimal.decimalValue().movePointRight(2).longValueExact();
  }
}
