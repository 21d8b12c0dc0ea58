package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.platform.access.Reader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentAccessTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Reader ANN = new Reader("ann", false);
  private static final Reader BOB = new Reader("bob", false);
  private static final Reader ADMIN = new Reader("root", true);

  private final PayableOrder order =
      new PayableOrder("o", 0, "ann", new Money(1999, "usd"), NOW, OrderStatus.CREATED, null, null);
  private final Payment payment = Payment.request("p", order, "tok_visa", NOW);

  @Test
  void onlyTheBuyerPays() {
    PaymentAccess.requireMayPay("ann", order);
    assertForbidden(() -> PaymentAccess.requireMayPay("bob", order));
    assertForbidden(() -> PaymentAccess.requireMayPay("root", order));
  }

  @Test
  void aPaymentIsSeenByItsBuyerAndByAdmins() {
    assertEquals(payment, PaymentAccess.requireMaySee(ANN, payment));
    assertEquals(payment, PaymentAccess.requireMaySee(ADMIN, payment));
    assertForbidden(() -> PaymentAccess.requireMaySee(BOB, payment));
  }

  @Test
  void everybodyListsTheirOwnAndAnAdminThoseOfOneOrder() {
    assertEquals(Optional.of("ann"), PaymentAccess.whoseAreListed(ANN, null));
    assertEquals(Optional.of("ann"), PaymentAccess.whoseAreListed(ANN, "o"));
    assertEquals(Optional.of("root"), PaymentAccess.whoseAreListed(ADMIN, null));
    assertEquals(Optional.empty(), PaymentAccess.whoseAreListed(ADMIN, "o"));
  }

  private static void assertForbidden(org.junit.jupiter.api.function.Executable request) {
    assertEquals(Refusal.Reason.FORBIDDEN, assertThrows(Refusal.class, request).reason());
  }
}
